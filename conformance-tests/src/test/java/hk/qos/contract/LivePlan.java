package hk.qos.contract;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Interaction;
import hk.qos.client.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contracts that a live run tries, those that it skips with the reason, and the expected duration. */
final class LivePlan {
    private final List<V4Interaction.SynchronousHttp> requests = new ArrayList<>();
    private final List<V4Interaction> frames = new ArrayList<>();

    /** @param wanted selects contracts by description */
    LivePlan(Predicate<String> wanted) {
        PactFiles.read(PactFiles.HTTP).getInteractions().stream()
                .filter(i -> wanted.test(i.getDescription()))
                .sorted(Comparator.comparing(LivePlan::caseOf))
                .forEach(i -> requests.add((V4Interaction.SynchronousHttp) i));
        PactFiles.read(PactFiles.STREAM).getInteractions().stream()
                .filter(i -> wanted.test(i.getDescription()))
                .forEach(i -> frames.add((V4Interaction) i));
    }

    /** Contracts of HTTP, ordered so that interfaces alternate, since each has its own rate. */
    List<V4Interaction.SynchronousHttp> requests() {
        return requests;
    }

    /** Contracts of the stream. */
    List<V4Interaction> frames() {
        return frames;
    }

    /** The operations that need at least one passed contract: all without a lasting effect. */
    Set<String> operations() {
        return Stream.concat(frames.stream(), requests.stream().filter(LivePlan::isReadOnly))
                .map(LivePlan::operationOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Describes the run and its minimum and maximum duration. */
    String announcement(Pace pace) {
        return commands() + " commands and " + pushes() + " subscriptions on the stream, then "
                + requests.stream().filter(LivePlan::isAsked).count() + " HTTP requests; "
                + minutes(shortest(pace)) + " to " + minutes(longest(pace))
                + " minutes, since a push is waited for up to "
                + pace.pushes().toSeconds() + " s, and " + pace.answers().toSeconds()
                + " s more for each operation that does not answer. Within the limits of the free plan.";
    }

    private static long minutes(Duration lasts) {
        return lasts.toMinutes() + 1;
    }

    /** If all answers and pushes arrive immediately. */
    Duration shortest(Pace pace) {
        long undone = frames.stream()
                .filter(LivePlan::isNatural)
                .filter(ServiceConnection::isUndone)
                .count();
        long rounds = requests.stream()
                .filter(LivePlan::isAsked)
                .collect(Collectors.groupingBy(LivePlan::operationOf, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return pace.requests()
                .multipliedBy(rounds)
                .plus(pace.frames().multipliedBy(commands() + undone + 2 * pushes()));
    }

    /** If all answers arrive immediately and no push does. */
    Duration longest(Pace pace) {
        return shortest(pace).plus(pace.pushes().multipliedBy(pushes()));
    }

    private long commands() {
        return frames.stream()
                .filter(f -> f instanceof V4Interaction.SynchronousMessages && isNatural(f))
                .count();
    }

    private long pushes() {
        return frames.stream()
                .filter(f -> f instanceof V4Interaction.AsynchronousMessage && isNatural(f))
                .count();
    }

    /** Whether it can be tried at any time. */
    static boolean isNatural(Interaction contract) {
        return contract.getProviderStates().isEmpty();
    }

    /** Contracts about market hours are examined for drift only; refusals cannot be provoked. */
    static boolean isAsked(Interaction contract) {
        return isReadOnly(contract)
                && contract.getProviderStates().stream()
                        .allMatch(s -> States.isOfSession(Objects.requireNonNullElse(s.getName(), "")));
    }

    /** The reason to skip a contract. */
    static String whyNot(Interaction contract) {
        return contract instanceof V4Interaction.SynchronousHttp && !isReadOnly(contract)
                ? "changes something at the server, so never tried live"
                : "only seen when " + contract.getProviderStates().get(0).getName();
    }

    private static boolean isReadOnly(Interaction contract) {
        return Arrays.stream(Operation.values())
                .anyMatch(o -> o.methodName().equals(operationOf(contract)) && o.isReadOnly());
    }

    static String operationOf(Interaction contract) {
        String description = contract.getDescription();
        return description.substring(0, description.indexOf(':'));
    }

    private static String caseOf(Interaction contract) {
        String description = contract.getDescription();
        return description.substring(description.indexOf(':') + 2);
    }
}

package hk.qos.client.internal.http;

import hk.qos.client.Operation;
import hk.qos.client.api.Envelope;
import hk.qos.client.internal.answer.Joining;
import hk.qos.error.AnswerTooLargeException;
import hk.qos.error.ClientException;
import hk.qos.error.PartialAnswerException;
import hk.qos.error.ProtocolException;
import hk.qos.error.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import retrofit2.Call;

/**
 * Sends the requests of one call one after the other, and joins their answers. A refused or unreadable answer concerns its
 * own request; any other failure would meet the next ones too, and ends the call, as its timeout does. The failure of a
 * call that is one request, or has received nothing, is that of the request.
 *
 * @param <T> the payload
 */
public final class SplitCall<T> {
    /** After so many failures without any answer, no further request is tried. */
    private static final int MOST_FAILURES = 2;

    /**
     * One request.
     *
     * @param codes the distinct instruments that it names; empty if it names none
     * @param call creates a call for each attempt
     */
    public record Part<T>(List<String> codes, Supplier<? extends Call<? extends Envelope<T>>> call) {}

    private final HttpCalls calls;
    private final CallBound bound;
    private final Operation operation;
    private final List<Part<T>> parts;
    private final Joining<T> joining;
    private final UnaryOperator<T> finish;

    private final List<T> payloads = new ArrayList<>();
    private final List<Part<T>> failed = new ArrayList<>();
    private final List<ClientException> failures = new ArrayList<>();
    private int next;

    /**
     * A call that can be executed once. Its timeout starts now.
     *
     * @param parts its requests, at least one
     * @param finish completes the payload with what only the call knows
     */
    public SplitCall(
            HttpCalls calls, Operation operation, List<Part<T>> parts, Joining<T> joining, UnaryOperator<T> finish) {
        this.calls = calls;
        this.bound = calls.bound();
        this.operation = operation;
        this.parts = parts;
        this.joining = joining;
        this.finish = finish;
    }

    /** Sends the requests and waits for all answers. */
    public T execute() {
        while (goesOn()) {
            Part<T> part = parts.get(next++);
            try {
                payloads.add(calls.execute(bound, operation, part.codes().size(), part.call()));
            } catch (ClientException e) {
                failed(part, e);
            }
        }
        return payload();
    }

    /** Cancelling the future cancels the request that is under way, and sends no other. */
    public CompletableFuture<T> executeAsync() {
        CompletableFuture<T> whole = new CompletableFuture<>();
        sendNext(whole);
        return whole;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the stages carry nothing of their own
    private void sendNext(CompletableFuture<T> whole) {
        Part<T> part = parts.get(next++);
        CompletableFuture<T> request =
                calls.executeAsync(bound, operation, part.codes().size(), part.call());
        whole.whenComplete((payload, thrown) -> request.cancel(true));
        request.whenComplete((payload, thrown) -> {
            if (whole.isDone()) {
                return;
            }
            try {
                if (thrown == null) {
                    payloads.add(payload);
                } else if (thrown instanceof ClientException known) {
                    failed(part, known);
                } else {
                    whole.completeExceptionally(thrown);
                    return;
                }
                if (goesOn()) {
                    sendNext(whole);
                } else {
                    whole.complete(payload());
                }
            } catch (Throwable broken) {
                whole.completeExceptionally(broken);
            }
        });
    }

    private boolean goesOn() {
        boolean hopeless = payloads.isEmpty() && failures.size() >= MOST_FAILURES;
        return next < parts.size() && !hopeless && failures.stream().allMatch(SplitCall::concernsOneRequest);
    }

    private static boolean concernsOneRequest(ClientException failure) {
        return failure instanceof RefusedException
                || failure instanceof ProtocolException
                || failure instanceof AnswerTooLargeException;
    }

    private void failed(Part<T> part, ClientException failure) {
        failed.add(part);
        failures.add(failure);
    }

    private T payload() {
        if (failures.isEmpty()) {
            return finish.apply(joining.join(payloads));
        }
        ClientException first = failures.get(0);
        if (parts.size() == 1 || (payloads.isEmpty() && !concernsOneRequest(first))) {
            throw first;
        }
        PartialAnswerException partial = new PartialAnswerException(
                operation.toString(),
                first,
                codes(failed),
                codes(parts.subList(next, parts.size())),
                payloads.isEmpty() ? List.of() : joining.elements(finish.apply(joining.join(payloads))));
        failures.stream().skip(1).forEach(partial::addSuppressed);
        throw partial;
    }

    private static <T> List<String> codes(List<Part<T>> parts) {
        return parts.stream().flatMap(part -> part.codes().stream()).distinct().toList();
    }
}

package hk.qos.client.internal.split;

import hk.qos.client.internal.answer.Joining;
import hk.qos.error.AnswerTooLargeException;
import hk.qos.error.ClientException;
import hk.qos.error.PartialAnswerException;
import hk.qos.error.ProtocolException;
import hk.qos.error.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * The answer of a call whose requests are sent one after the other. A refused or unreadable answer concerns its own request;
 * any other failure would meet the next ones too, and ends the call, as its timeout does. The failure of a call that is one
 * request, or has received nothing, is that of the request. Not thread-safe; one request at a time uses it.
 *
 * @param <T> the payload
 */
public final class SplitAnswer<T> {
    /** After so many failures without any answer, no further request is tried. */
    private static final int MOST_FAILURES = 2;

    private final String operation;
    private final List<List<String>> codes;
    private final Joining<T> joining;
    private final UnaryOperator<T> finish;

    private final List<T> payloads = new ArrayList<>();
    private final List<List<String>> failed = new ArrayList<>();
    private final List<ClientException> failures = new ArrayList<>();
    private int next;

    /**
     * Nothing is sent yet.
     *
     * @param operation the operation, for messages
     * @param codes the distinct instruments that each request names
     * @param finish completes the payload with what only the call knows
     */
    public SplitAnswer(String operation, List<List<String>> codes, Joining<T> joining, UnaryOperator<T> finish) {
        this.operation = operation;
        this.codes = codes;
        this.joining = joining;
        this.finish = finish;
    }

    /**
     * Sends the requests without blocking a thread.
     *
     * @param send sends the request of a number, from 0
     * @return cancelling it cancels the request that is under way, and sends no other
     */
    public CompletableFuture<T> sendAll(IntFunction<CompletableFuture<T>> send) {
        CompletableFuture<T> whole = new CompletableFuture<>();
        sendNext(send, whole);
        return whole;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the stages carry nothing of their own
    private void sendNext(IntFunction<CompletableFuture<T>> send, CompletableFuture<T> whole) {
        CompletableFuture<T> request = send.apply(next());
        whole.whenComplete((payload, thrown) -> request.cancel(true));
        request.whenComplete((payload, thrown) -> {
            if (whole.isDone()) {
                return;
            }
            try {
                if (thrown == null) {
                    received(payload);
                } else if (thrown instanceof ClientException known) {
                    failed(known);
                } else {
                    whole.completeExceptionally(thrown);
                    return;
                }
                if (goesOn()) {
                    sendNext(send, whole);
                } else {
                    whole.complete(payload());
                }
            } catch (Throwable broken) {
                whole.completeExceptionally(broken);
            }
        });
    }

    /** Whether another request is to be sent. */
    public boolean goesOn() {
        boolean hopeless = payloads.isEmpty() && failures.size() >= MOST_FAILURES;
        return next < codes.size() && !hopeless && failures.stream().allMatch(SplitAnswer::concernsOneRequest);
    }

    /** Returns the number of the request to send, from 0. */
    public int next() {
        return next++;
    }

    /** Adds the payload of the last request. */
    public void received(T payload) {
        payloads.add(payload);
    }

    /** Adds the failure of the last request. */
    public void failed(ClientException failure) {
        failed.add(codes.get(next - 1));
        failures.add(failure);
    }

    /**
     * Returns the payload of the call.
     *
     * @throws ClientException if a request failed
     */
    public T payload() {
        if (failures.isEmpty()) {
            return finish.apply(joining.join(payloads));
        }
        ClientException first = failures.get(0);
        if (codes.size() == 1 || (payloads.isEmpty() && !concernsOneRequest(first))) {
            throw first;
        }
        PartialAnswerException partial = new PartialAnswerException(
                operation,
                first,
                distinct(failed),
                distinct(codes.subList(next, codes.size())),
                payloads.isEmpty() ? List.of() : joining.elements(finish.apply(joining.join(payloads))));
        failures.stream().skip(1).forEach(partial::addSuppressed);
        throw partial;
    }

    private static boolean concernsOneRequest(ClientException failure) {
        return failure instanceof RefusedException
                || failure instanceof ProtocolException
                || failure instanceof AnswerTooLargeException;
    }

    private static List<String> distinct(List<List<String>> codes) {
        return codes.stream().flatMap(List::stream).distinct().toList();
    }
}

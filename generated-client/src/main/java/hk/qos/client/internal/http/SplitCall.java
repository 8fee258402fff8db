package hk.qos.client.internal.http;

import hk.qos.client.Operation;
import hk.qos.client.api.Envelope;
import hk.qos.client.internal.answer.Joining;
import hk.qos.client.internal.split.SplitAnswer;
import hk.qos.error.ClientException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import retrofit2.Call;

/**
 * Sends the requests of one call one after the other, and joins their answers, by the rules of {@link SplitAnswer}.
 *
 * @param <T> the payload
 */
public final class SplitCall<T> {
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
    private final SplitAnswer<T> answer;

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
        List<List<String>> codes = parts.stream().map(Part::codes).toList();
        this.answer = new SplitAnswer<>(operation.toString(), codes, joining, finish);
    }

    /** Sends the requests and waits for all answers. */
    public T execute() {
        while (answer.goesOn()) {
            Part<T> part = parts.get(answer.next());
            try {
                answer.received(calls.execute(bound, operation, part.codes().size(), part.call()));
            } catch (ClientException e) {
                answer.failed(e);
            }
        }
        return answer.payload();
    }

    /** Cancelling the future cancels the request that is under way, and sends no other. */
    public CompletableFuture<T> executeAsync() {
        return answer.sendAll(number -> {
            Part<T> part = parts.get(number);
            return calls.executeAsync(bound, operation, part.codes().size(), part.call());
        });
    }
}

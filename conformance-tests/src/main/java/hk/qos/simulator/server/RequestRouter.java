package hk.qos.simulator.server;

import hk.qos.simulator.fault.HttpFault;
import hk.qos.simulator.observe.Violation.Kind;
import hk.qos.simulator.settings.ExtraConnection;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Routes every HTTP request: answers it, upgrades it to a stream, or applies a fault. */
@SuppressWarnings("FutureReturnValueIgnored") // A failed write ends the connection; nothing else is to be done.
final class RequestRouter extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final ServerContext server;
    private final HttpResponder http;
    private final String keyName;
    private long turns;

    RequestRouter(ServerContext server, HttpResponder http) {
        this.server = server;
        this.http = http;
        this.keyName = server.api().http().keyName();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        turns++;
        HttpResponder.Call call = call(context, request);
        server.observations().request(call.method(), call.path(), call.body());
        if (server.faults().isSilent()) {
            return;
        }
        Optional<HttpFault> fault = server.faults().takeHttp(call.path());
        if (fault.isEmpty()) {
            serve(context, request, call, null);
            return;
        }
        request.retain();
        Runnable harm = () -> {
            try {
                harm(context, request, call, fault.get());
            } finally {
                ReferenceCountUtil.release(request);
            }
        };
        long delay = fault.get().delay().toNanos();
        if (delay == 0) {
            harm.run();
        } else {
            context.executor().schedule(harm, delay, TimeUnit.NANOSECONDS);
        }
    }

    private void harm(
            ChannelHandlerContext context, FullHttpRequest request, HttpResponder.Call call, HttpFault fault) {
        switch (fault.effect()) {
            case USUAL, PADDED -> serve(context, request, call, fault);
            case RESET -> Sockets.reset(context.channel());
            case SILENCE -> {}
            case ANSWER -> write(context, request, answer(fault));
            case TRUNCATE -> {
                FullHttpResponse response = answer(fault);
                response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 100_000);
                context.writeAndFlush(response).addListener(f -> Sockets.cut(context.channel()));
            }
        }
    }

    private static FullHttpResponse answer(HttpFault fault) {
        FullHttpResponse response = Bodies.of(fault.status(), fault.contentType(), fault.body());
        return headed(response, fault);
    }

    private static FullHttpResponse headed(FullHttpResponse response, HttpFault fault) {
        fault.headers().forEach((name, value) -> response.headers().set(name, value));
        return response;
    }

    private void serve(
            ChannelHandlerContext context,
            FullHttpRequest request,
            HttpResponder.Call call,
            @Nullable HttpFault fault) {
        if (!call.path().equals(server.api().stream().path())) {
            FullHttpResponse answer = http.answer(call);
            write(context, request, fault == null ? answer : headed(Bodies.padded(answer, fault.body()), fault));
            return;
        }
        FullHttpResponse refusal = refuseUpgrade(request, call);
        if (refusal != null) {
            write(context, request, refusal);
            return;
        }
        Upgrade.accept(context, request, server, call.key() == null ? "" : call.key());
    }

    /** The reason to refuse a stream, or null. */
    private @Nullable FullHttpResponse refuseUpgrade(FullHttpRequest request, HttpResponder.Call call) {
        if (!request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            return http.refused(400, call, Kind.ADDRESS, call.path() + " is a WebSocket");
        }
        String key = call.key();
        if (key == null || key.isBlank()) {
            return http.refused(400, call, Kind.KEY, "No key.");
        }
        if (!server.keys().accepts(key)) {
            return http.refused(401, call, Kind.KEY, "Unknown key.");
        }
        if (server.faults().areKeysExpired()) {
            return http.errorResponse(401, HttpResponder.KEY_EXPIRED);
        }
        List<StreamSession> others = server.connections().of(key);
        if (others.size() < server.settings().plan().connections()) {
            return null;
        }
        String errorText = "Too many connections: the plan permits "
                + server.settings().plan().connections();
        if (server.settings().extraConnection() == ExtraConnection.REFUSED) {
            return http.refused(429, call, Kind.CONNECTIONS, errorText);
        }
        server.observations().violation(Kind.CONNECTIONS, call.where(), errorText);
        others.get(0).close(1008, errorText);
        return null;
    }

    private void write(ChannelHandlerContext context, FullHttpRequest request, FullHttpResponse response) {
        boolean stays = HttpUtil.isKeepAlive(request);
        FullHttpResponse sent = server.faults().hasByteOrderMark() ? Bodies.marked(response) : response;
        HttpUtil.setKeepAlive(sent, stays);
        var written = context.writeAndFlush(sent);
        if (!stays) {
            written.addListener(ChannelFutureListener.CLOSE);
        } else {
            closeIfIdle(context);
        }
    }

    private void closeIfIdle(ChannelHandlerContext context) {
        Duration idle = server.faults().idle();
        long turn = turns;
        if (!idle.isZero()) {
            Runnable close = () -> {
                if (turn == turns && !context.isRemoved()) {
                    context.close();
                }
            };
            context.executor().schedule(close, idle.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private HttpResponder.Call call(ChannelHandlerContext context, FullHttpRequest request) {
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        String key = request.headers().get(keyName);
        if (key == null) {
            key = uri.parameters().getOrDefault(keyName, List.of()).stream()
                    .findFirst()
                    .orElse(null);
        }
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        String caller = context.channel().remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "";
        return new HttpResponder.Call(
                request.method().name(),
                uri.path(),
                uri.parameters(),
                type,
                request.content().toString(StandardCharsets.UTF_8),
                key,
                caller);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close(); // A connection reset by the client is normal.
    }
}

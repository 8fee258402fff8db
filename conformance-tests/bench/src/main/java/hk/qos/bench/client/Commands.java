package hk.qos.bench.client;

import java.util.List;
import java.util.stream.Stream;

/** The four subscriptions as text, for clients that know nothing of the API. */
final class Commands {
    private Commands() {}

    static List<String> subscriptions(List<String> codes) {
        String all = "US:" + String.join(",", codes).replace("US:", "");
        return Stream.of("S", "T", "D", "K")
                .map(type -> "{\"type\":\"" + type + "\",\"codes\":[\"" + all + "\"],\"reqid\":1"
                        + (type.equals("K") ? ",\"kt\":1001}" : "}"))
                .toList();
    }
}

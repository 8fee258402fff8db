package hk.qos.bench;

import hk.qos.bench.client.ClientProcess;
import hk.qos.bench.client.Clients;
import hk.qos.bench.load.LoadServer;
import java.io.IOException;

/** One client against one load server, each in a process of its own. */
record Run(Clients client, int rate, int warmUp, int pushes, boolean checksum) {
    Sample sample() throws IOException {
        String codes = Integer.toString(Settings.CODES);
        String different = Integer.toString(Settings.DIFFERENT_PUSHES);
        try (ForkedJvm server = new ForkedJvm(LoadServer.class, Integer.toString(rate), codes, different);
                ForkedJvm measured = new ForkedJvm(
                        ClientProcess.class,
                        client.name(),
                        server.wordsAfter("PORT")[0],
                        codes,
                        Integer.toString(warmUp),
                        Integer.toString(pushes),
                        Boolean.toString(checksum),
                        Boolean.toString(rate > 0))) {
            return sample(measured.wordsAfter("RESULT"), server.wordsAfter("CPU"));
        }
    }

    private static Sample sample(String[] client, String[] server) {
        double pushes = Double.parseDouble(client[0]);
        return new Sample(
                Double.parseDouble(client[1]) / pushes / 1_000,
                Double.parseDouble(client[2]) / pushes,
                pushes * 1e9 / Double.parseDouble(client[3]),
                Integer.parseInt(client[4]),
                Integer.parseInt(client[5]),
                Long.parseLong(client[6]),
                Double.parseDouble(server[0]) / Double.parseDouble(server[1]) / 1_000);
    }
}

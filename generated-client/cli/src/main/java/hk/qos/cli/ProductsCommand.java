package hk.qos.cli;

import hk.qos.cli.output.Column;
import hk.qos.cli.output.RecordSink;
import hk.qos.client.QosClient;
import hk.qos.client.ResultsMap;
import hk.qos.client.model.Market;
import hk.qos.client.model.Product;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code products}. */
@Command(
        name = "products",
        description = "Prints the instruments of markets.",
        footer = {"", "Example: qos products HK CF"})
final class ProductsCommand extends ServiceCommand {
    @Mixin
    private Markets markets = new Markets();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private ProductsCommand() {}

    @Override
    int run(QosClient client) {
        ResultsMap<Market, List<Product>> answer = client.http().productList(markets.get());
        try (RecordSink sink = output.document(Product.class, Column.of(Product.class), client.moshi())) {
            answer.values().forEach(products -> products.forEach(sink::add));
        }
        return complete(answer.missing(), answer.undecodable());
    }
}

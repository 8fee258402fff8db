// Every HTTP operation with the client that a stock generator made of the bundled document. The compiler checks the names
// and types; the run checks the answers of the simulator. node consumer.js URL
import * as qos from './client';

/** Of Node. */
declare const process: { argv: string[]; exitCode: number };

const [basePath] = process.argv.slice(2);
const configuration = new qos.Configuration({ basePath, apiKey: () => '0123456789abcdef0123456789abcdef' });
const quotes = new qos.QuotesApi(configuration);
const codes = ['US:AAPL', 'HK:00700', 'CF:BTCUSDT'];
let answered = 0;

function check(truth: boolean, what: string): void {
  if (!truth) throw new Error(what);
}

/** The payload of an answer. */
function data<T>(operation: string, reply: { msg: string; data?: T }): T {
  check(reply.msg === 'OK', `${operation}: ${reply.msg}`);
  if (reply.data === undefined) throw new Error(`${operation}: no data`);
  answered++;
  return reply.data;
}

async function run(): Promise<void> {
  const infos: qos.InstrumentInfo[] = data('instrumentInfo', await quotes.instrumentInfo({ codesRequest: { codes } }));
  check(infos.length === codes.length, `instrumentInfo: ${infos.length} instruments`);

  const snapshots: qos.Snapshot[] = data('snapshots', await quotes.snapshots({ codesRequest: { codes } }));
  const status: qos.TradingStatus | undefined = snapshots[0].s;
  check(status === qos.TradingStatus.TRADING, `snapshots: status ${status}`);
  const price: string | undefined = snapshots[0].lp;
  check(/^\d+(\.\d+)?$/.test(price ?? ''), `snapshots: price ${price}`);

  const depths: qos.Depth[] = data('depths', await quotes.depths({ codesRequest: { codes } }));
  const bids: qos.Level[] | undefined = depths[0].b;
  check((bids ?? []).length > 0, 'depths: no bids');

  const trades: qos.Trade[] = data('trades', await quotes.trades({ tradesRequest: { codes, count: 3 } }));
  const time: number | undefined = trades[0].ts;
  check(Number.isInteger(time), `trades: time ${time}`);

  const query: qos.KLineQuery = { c: 'HK:00700', co: 2, a: qos.Adjustment.NONE, kt: qos.KLineType.DAY };
  const series: qos.KLineSeries[] = data('kLines', await quotes.kLines({ kLinesRequest: { klineReqs: [query] } }));
  const bars: qos.KLine[] | undefined = series[0].k;
  check(bars?.length === query.co && bars[0].kt === query.kt, `kLines: ${JSON.stringify(bars)}`);
  const past = await quotes.historyKLines({ historyKLinesRequest: { klineReqs: [{ ...query, e: bars?.[0].ts }] } });
  check(data('historyKLines', past).length === 1, 'historyKLines: no series');

  const market = [qos.Market.HK];
  const days: { [key: string]: string[] } = data('marketCalendar', await quotes.marketCalendar({ marketsRequest: { market } }));
  check(/^\d{8},[FH]$/.test(days['HK'][0]), `marketCalendar: ${days['HK'][0]}`);
  const products = data('productList', await quotes.productList({ marketsRequest: { market } }));
  const product: qos.Product = products['HK'][0];
  check(product.code.startsWith('HK:'), `productList: ${product.code}`);

  const account = new qos.AccountApi(new qos.Configuration({ basePath }));
  const registration: qos.Registration = data('register', await account.register({ registerRequest: { email: 'a@example.org' } }));
  check(registration.permission?.ws?.maxConnections !== undefined, 'register: no limit of connections');
}

run().then(
  () => console.log(`${answered} operations`),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);

// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** The operations as Retrofit calls that return the envelopes of answers. */
public interface QosApi {

    /**
     * Creates an API key for an e-mail address. Needs no API key, and works once a minute. The vendor now refers
     * users to its web page, https://qos.hk, instead. Section 4.1.
     *
     * @deprecated The vendor has deprecated this operation; the description says what replaces it.
     */
    @Deprecated
    @POST("register")
    Call<RegisterReply> register(@Body RegisterRequest request);

    /**
     * Returns static data of each instrument: names, currency, lot size, shares. Section 4.2.
     */
    @POST("instrument-info")
    Call<InstrumentInfoReply> instrumentInfo(@Body CodesRequest request);

    /**
     * Returns the current snapshot of each instrument. Section 4.3.
     */
    @POST("snapshot")
    Call<SnapshotsReply> snapshots(@Body CodesRequest request);

    /**
     * Returns the order book of each instrument. Section 4.4.
     */
    @POST("depth")
    Call<DepthsReply> depths(@Body CodesRequest request);

    /**
     * Returns the latest trades of each instrument in one list, grouped by instrument, oldest first. Section 4.5.
     */
    @POST("trade")
    Call<TradesReply> trades(@Body TradesRequest request);

    /**
     * Returns the latest bars of each instrument, oldest first. Section 4.6.
     */
    @POST("kline")
    Call<KLinesReply> kLines(@Body KLinesRequest request);

    /**
     * Returns the bars up to a given time, oldest first. Section 4.7.
     */
    @POST("history")
    Call<HistoryKLinesReply> historyKLines(@Body HistoryKLinesRequest request);

    /**
     * Returns the trading days of each market, full and half days, for about three months. US, HK, SH and SZ have a
     * calendar; other markets are missing from the answer. Section 4.8.
     */
    @POST("market-calendar")
    Call<MarketCalendarReply> marketCalendar(@Body MarketsRequest request);

    /**
     * Returns a selection of the instruments that each market offers; the vendor lists more on request. Market
     * {@code SI}, stock indices, occurs in this operation only. Section 4.9.
     */
    @POST("product-list")
    Call<ProductListReply> productList(@Body MarketsRequest request);
}

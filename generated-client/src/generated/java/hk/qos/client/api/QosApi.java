// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** The interfaces as Retrofit sees them: one call each, envelopes as they come, no policy. */
public interface QosApi {

    /**
     * Makes a key for an address. Needs none, and works once in 60 s. The vendor now sends people to its web page
     * instead. Section 4.1.
     */
    @Deprecated
    @POST("register")
    Call<RegisterReply> register(@Body RegisterRequest request);

    /**
     * What each instrument is: names, currency, lot size, shares. Section 4.2.
     */
    @POST("instrument-info")
    Call<InstrumentInfoReply> instrumentInfo(@Body CodesRequest request);

    /**
     * The present state of each instrument. Section 4.3.
     */
    @POST("snapshot")
    Call<SnapshotReply> snapshots(@Body CodesRequest request);

    /**
     * The order book of each instrument. Section 4.4.
     */
    @POST("depth")
    Call<DepthReply> depth(@Body CodesRequest request);

    /**
     * The latest trades of each instrument, as one flat list: consecutive rows for each instrument, oldest first.
     * Section 4.5.
     */
    @POST("trade")
    Call<TradeReply> trades(@Body TradesRequest request);

    /**
     * The latest bars of each instrument, oldest first. Section 4.6.
     */
    @POST("kline")
    Call<KLineReply> klines(@Body KLinesRequest request);

    /**
     * Bars up to a moment, oldest first. Section 4.7.
     */
    @POST("history")
    Call<HistoryReply> historyKlines(@Body HistoryRequest request);

    /**
     * The days on which each market trades, for about three months, and whether it does so for half a day only. US,
     * HK, SH and SZ have a calendar; other markets are missing from the answer. Section 4.8.
     */
    @POST("market-calendar")
    Call<MarketCalendarReply> marketCalendar(@Body MarketsRequest request);

    /**
     * A selection of the instruments that each market offers; the vendor names more on request. Market {@code SI},
     * stock indices, occurs here only. Section 4.9.
     */
    @POST("product-list")
    Call<ProductListReply> productList(@Body MarketsRequest request);
}

package openapi

import (
	"context"
	"os"
	"testing"
)

// Requests snapshots with the client of a stock generator: prices are texts, times have 64 bits.
func TestSnapshots(t *testing.T) {
	configuration := NewConfiguration()
	configuration.Servers = ServerConfigurations{{URL: os.Getenv("QOS_HTTP_URL")}}
	configuration.AddDefaultHeader("key", "0123456789abcdef0123456789abcdef")
	request := *NewCodesRequest([]string{"US:AAPL", "CF:BTCUSDT"})
	reply, _, err := NewAPIClient(configuration).QuotesAPI.Snapshots(context.Background()).CodesRequest(request).Execute()
	if err != nil {
		t.Fatal(err)
	}
	if reply.Msg != "OK" || len(reply.Data) != 2 {
		t.Fatalf("%s, %d snapshots", reply.Msg, len(reply.Data))
	}
	var price *string = reply.Data[0].Lp
	var time *int64 = reply.Data[0].Ts
	var status *TradingStatus = reply.Data[0].S
	if price == nil || time == nil || *status != TRADING {
		t.Fatalf("%v at %v, %v", price, time, status)
	}
}

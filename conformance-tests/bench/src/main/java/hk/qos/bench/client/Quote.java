package hk.qos.bench.client;

import java.math.BigDecimal;
import java.util.List;

/** The pushes as a user of a JSON library writes them: public fields with the names of the wire. */
final class Quote {
    private Quote() {}

    /** A snapshot. */
    public static final class Snapshot {
        public String c;
        public BigDecimal lp;
        public BigDecimal yp;
        public BigDecimal o;
        public BigDecimal h;
        public BigDecimal l;
        public long ts;
        public BigDecimal v;
        public BigDecimal t;
        public int s;
        public int tt;
    }

    /** A trade. */
    public static final class Trade {
        public String c;
        public BigDecimal p;
        public BigDecimal v;
        public long ts;
        public int d;
    }

    /** An order book. */
    public static final class Depth {
        public String c;
        public List<Level> b;
        public List<Level> a;
        public long ts;
    }

    /** A level of an order book. */
    public static final class Level {
        public BigDecimal p;
        public BigDecimal v;
    }

    /** A bar. */
    public static final class KLine {
        public String c;
        public BigDecimal o;
        public BigDecimal cl;
        public BigDecimal h;
        public BigDecimal l;
        public BigDecimal v;
        public long ts;
        public int kt;
    }
}

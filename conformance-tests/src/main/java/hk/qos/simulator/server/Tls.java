package hk.qos.simulator.server;

import hk.qos.simulator.settings.Certificate;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** TLS with a certificate and an authority that are created at the start. */
final class Tls {
    private static final String HOST = "localhost";
    private static final String ADDRESS = "127.0.0.1";

    private final SslContext context;
    private final X509Certificate authority;

    private Tls(SslContext context, X509Certificate authority) {
        this.context = context;
        this.authority = authority;
    }

    static Tls of(Certificate kind) {
        try {
            X509Bundle root = new CertificateBuilder()
                    .ecp256()
                    .subject("CN=QOS simulator authority")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
            X509Bundle leaf = kind == Certificate.SELF_SIGNED
                    ? leaf(kind).setIsCertificateAuthority(true).buildSelfSigned()
                    : leaf(kind).buildIssuedBy(root);
            SslContext context = SslContextBuilder.forServer(leaf.getKeyPair().getPrivate(), leaf.getCertificatePath())
                    .build();
            return new Tls(context, leaf.getRootCertificate());
        } catch (Exception e) {
            throw new IllegalStateException("Cannot make a certificate", e);
        }
    }

    private static CertificateBuilder leaf(Certificate kind) {
        CertificateBuilder leaf = new CertificateBuilder().ecp256();
        Instant now = Instant.now();
        if (kind == Certificate.WRONG_HOST) {
            return leaf.subject("CN=elsewhere.example").addSanDnsName("elsewhere.example");
        }
        if (kind == Certificate.EXPIRED) {
            leaf.notBefore(now.minus(Duration.ofDays(30))).notAfter(now.minus(Duration.ofDays(1)));
        }
        return leaf.subject("CN=" + HOST).addSanDnsName(HOST).addSanIpAddress(ADDRESS);
    }

    SslContext context() {
        return context;
    }

    X509Certificate authority() {
        return authority;
    }
}

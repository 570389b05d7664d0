package org.stepwell.platform.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * When the certificates end that this process has read for the brokers. Clients of Kafka read them once; whoever renews the files does not
 * start the service, which then works on until one day it is let in no more.
 */
@Singleton
class BrokerCertificates {

    private static final Logger LOG = Logger.getLogger(BrokerCertificates.class);

    void show(
            @Observes StartupEvent startup,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            MeterRegistry metrics) {
        var ssl = new AbstractConfig(new ConfigDef().withClientSslSupport(), broker, false);
        try (var stores = new DefaultSslEngineFactory()) {
            stores.configure(ssl.values());
            // A chain is as good as its first end. Of authorities there are two while one takes over from the other.
            gauge("broker-user", ends(stores.keystore()).map(LongSummaryStatistics::getMin), metrics);
            gauge("broker-authority", ends(stores.truststore()).map(LongSummaryStatistics::getMax), metrics);
        } catch (KafkaException | KeyStoreException e) {
            LOG.errorf(
                    "the certificates for the brokers can not be read, so nobody counts when they end: %s",
                    e.toString());
        }
    }

    private static void gauge(String of, Optional<Long> ends, MeterRegistry metrics) {
        double seconds = ends.map(Long::doubleValue).orElse(Double.NaN);
        Gauge.builder("stepwell.certificate.ends.seconds", () -> seconds)
                .description(
                        "when the certificate ends that was read at the start, in seconds since 1970; NaN without one")
                .tag("of", of)
                .register(metrics);
    }

    private static Optional<LongSummaryStatistics> ends(@Nullable KeyStore store) throws KeyStoreException {
        if (store == null) {
            return Optional.empty();
        }
        var ends = new LongSummaryStatistics();
        for (var alias : Collections.list(store.aliases())) {
            certificates(store, alias)
                    .map(one ->
                            ((X509Certificate) one).getNotAfter().toInstant().getEpochSecond())
                    .forEach(ends::accept);
        }
        return ends.getCount() == 0 ? Optional.empty() : Optional.of(ends);
    }

    private static Stream<Certificate> certificates(KeyStore store, String alias) throws KeyStoreException {
        var chain = store.getCertificateChain(alias);
        return chain == null ? Stream.ofNullable(store.getCertificate(alias)) : Stream.of(chain);
    }
}

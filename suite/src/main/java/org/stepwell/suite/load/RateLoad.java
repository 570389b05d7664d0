package org.stepwell.suite.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/** What the relay carries and a consumer applies in a second, beside a bare producer and bare SQL. */
final class RateLoad implements AutoCloseable {

    private static final int BATCH_ROWS = 100;

    private final MadeUp madeUp;
    private final KafkaProducer<String, byte[]> producer;
    private final Connection enrollment;
    private final Connection aftercare;

    RateLoad(Clinic clinic, MadeUp madeUp) throws SQLException, ExecutionException, InterruptedException {
        this.madeUp = madeUp;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", clinic.bootstrap(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        enrollment = clinic.jdbc(Service.ENROLLMENT);
        aftercare = clinic.jdbc(Service.AFTERCARE);
        try (var statement = aftercare.createStatement()) {
            statement.execute("create table bare_effect (id uuid primary key, key text not null, body text not null)");
        }
    }

    /** A full outbox until it is empty, beside a bare producer that sends as many. */
    Rate relayed(int n) throws Exception {
        long start = System.nanoTime();
        MadeUp.append(enrollment, UnheardTopic.NAME, madeUp.id(), n);
        MadeUp.awaitCount(enrollment, "select count(*) from platform.outbox where type <> 'consent-heartbeat.v1'", 0);
        double ours = perSecond(n, start);

        var run = madeUp.id();
        long bareStart = System.nanoTime();
        var sent = new ArrayList<Future<RecordMetadata>>(n);
        for (int i = 0; i < n; i++) {
            var body = MadeUp.body(run).getBytes(StandardCharsets.UTF_8);
            sent.add(producer.send(new ProducerRecord<>(UnheardTopic.NAME, MadeUp.key(run) + i, body)));
        }
        awaitAll(sent);
        return new Rate(ours, perSecond(n, bareStart));
    }

    /** Records on the broker until aftercare has the row of each, beside the same rows in bare SQL, 100 a transaction. */
    Rate applied(int n) throws Exception {
        var run = madeUp.id();
        long start = System.nanoTime();
        var sent = new ArrayList<Future<RecordMetadata>>(n);
        for (int i = 0; i < n; i++) {
            sent.add(producer.send(madeUp.patientChanged(MadeUp.sibling(run, i))));
        }
        awaitAll(sent);
        MadeUp.awaitCount(
                aftercare,
                "select count(*) from patient where id between '%s' and '%s'"
                        .formatted(MadeUp.sibling(run, 0), MadeUp.sibling(run, n)),
                n);
        double ours = perSecond(n, start);
        return new Rate(ours, bareRows(n));
    }

    private double bareRows(int n) throws SQLException {
        aftercare.setAutoCommit(false);
        long start = System.nanoTime();
        try (var insert =
                aftercare.prepareStatement("insert into bare_effect values (?, ?, ?) on conflict (id) do nothing")) {
            for (int i = 1; i <= n; i++) {
                var patient = madeUp.id();
                insert.setObject(1, patient);
                insert.setString(2, MadeUp.key(patient));
                insert.setString(3, MadeUp.body(patient));
                insert.addBatch();
                if (i % BATCH_ROWS == 0 || i == n) {
                    insert.executeBatch();
                    aftercare.commit();
                }
            }
        } finally {
            aftercare.setAutoCommit(true);
        }
        return perSecond(n, start);
    }

    private static double perSecond(int n, long start) {
        return n / ((System.nanoTime() - start) / 1e9);
    }

    private static void awaitAll(List<Future<RecordMetadata>> sent) throws ExecutionException, InterruptedException {
        for (var one : sent) {
            one.get();
        }
    }

    /** Events a second: ours, and without us. */
    record Rate(double ours, double bare) {}

    @Override
    public void close() throws SQLException {
        producer.close();
        enrollment.close();
        aftercare.close();
    }
}

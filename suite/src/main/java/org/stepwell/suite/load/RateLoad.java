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

/** What the relay of a service carries and its consumer applies in a second, beside a bare producer and bare SQL. */
final class RateLoad implements AutoCloseable {

    private static final int BATCH_ROWS = 100;

    private final Told told;
    private final MadeUp madeUp;
    private final KafkaProducer<String, byte[]> producer;
    private final Connection database;

    RateLoad(Clinic clinic, Service service, MadeUp madeUp) throws SQLException {
        this.told = Told.to(service);
        this.madeUp = madeUp;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", clinic.bootstrap(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        database = clinic.jdbc(service);
        try (var statement = database.createStatement()) {
            statement.execute("create table bare_effect (id uuid primary key, key text not null, body text not null)");
        }
    }

    /** A full outbox until it is empty, beside a bare producer that sends as many. */
    Rate relayed(int n) throws Exception {
        long start = System.nanoTime();
        MadeUp.append(database, UnheardTopic.NAME, madeUp.id(), n);
        MadeUp.awaitCount(database, "select count(*) from platform.outbox where type <> 'consent-heartbeat.v1'", 0);
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

    /** Records on the broker until the service has the row of each, beside the same rows in bare SQL, 100 a transaction. */
    Rate applied(int n) throws Exception {
        var run = madeUp.id();
        long start = System.nanoTime();
        var sent = new ArrayList<Future<RecordMetadata>>(n);
        for (int i = 0; i < n; i++) {
            sent.add(producer.send(told.record(madeUp.id(), MadeUp.sibling(run, i))));
        }
        awaitAll(sent);
        MadeUp.awaitCount(database, told.count(run, n), n);
        double ours = perSecond(n, start);
        return new Rate(ours, bareRows(n));
    }

    private double bareRows(int n) throws SQLException {
        database.setAutoCommit(false);
        long start = System.nanoTime();
        try (var insert =
                database.prepareStatement("insert into bare_effect values (?, ?, ?) on conflict (id) do nothing")) {
            for (int i = 1; i <= n; i++) {
                var person = madeUp.id();
                insert.setObject(1, person);
                insert.setString(2, MadeUp.key(person));
                insert.setString(3, told.body(person));
                insert.addBatch();
                if (i % BATCH_ROWS == 0 || i == n) {
                    insert.executeBatch();
                    database.commit();
                }
            }
        } finally {
            database.setAutoCommit(true);
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
        database.close();
    }
}

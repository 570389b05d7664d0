package org.stepwell.suite.load;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A program with the connections of a service and nothing else: its database asked once, a producer and a consumer that know
 * the broker's topics, a port that is listened on. It says so, and ends when nobody listens to it any more.
 */
final class BareService {

    private BareService() {}

    /** Takes its settings from the environment, as a service does. */
    public static void main(String[] arguments) throws Exception {
        var settings = System.getenv();
        var broker = Map.<String, Object>of("bootstrap.servers", settings.get("STEPWELL_KAFKA"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var database = DriverManager.getConnection(
                        settings.get("STEPWELL_DATABASE_URL"),
                        settings.get("STEPWELL_DATABASE_USER"),
                        settings.get("STEPWELL_DATABASE_PASSWORD"));
                var consumer = new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            database.createStatement().execute("select 1");
            consumer.partitionsFor(UnheardTopic.NAME);
            producer.partitionsFor(UnheardTopic.NAME);
            server.start();
            System.out.println("ready");
            var _ = System.in.read();
        } finally {
            server.stop(0);
        }
    }
}

package org.stepwell.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.Routing;
import org.stepwell.contracts.Wire;

/**
 * All events one publisher may send, read off its sealed interface: wire names, topics, JSON. The body is written
 * without field names of ours changing order, and read leniently, because newer publishers may add fields.
 */
public final class EventFamily<E extends Event> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String publisher;
    private final Map<String, Class<? extends E>> byWireName = new LinkedHashMap<>();
    private final Set<String> topics = new LinkedHashSet<>();
    private final Set<String> stateTopics = new LinkedHashSet<>();

    /** Reads the family of a publisher's root interface. */
    public EventFamily(Class<E> root) {
        publisher = Routing.publisherOf(root);
        records(root).forEach(type -> {
            byWireName.put(wireName(type), type.asSubclass(root));
            var topic = Routing.topicOf(type);
            topics.add(topic.value());
            if (topic.state()) {
                stateTopics.add(topic.value());
            }
        });
    }

    /** The publisher's short name. */
    public String publisher() {
        return publisher;
    }

    /** All topics the family travels on. */
    public Set<String> topics() {
        return topics;
    }

    /** The wire names of all events of the family. */
    Set<String> types() {
        return byWireName.keySet();
    }

    /** True where only the newest record of a key matters. */
    boolean isState(String topic) {
        return stateTopics.contains(topic);
    }

    /** True where each record of a key counts, by the names that topics have. */
    static boolean isFact(String topic) {
        return !topic.endsWith(".state") && !topic.equals("stepwell.consent") && !topic.equals("stepwell.account");
    }

    E read(String type, byte[] body) throws UnreadableEvent {
        var known = byWireName.get(type);
        if (known == null) {
            throw new UnreadableEvent("the type is not known to this release (%s)".formatted(type));
        }
        try {
            return JSON.readValue(body, known);
        } catch (IOException e) {
            throw new UnreadableEvent("the body is no %s".formatted(type));
        }
    }

    /** The body of an event as it stands on the wire. */
    public static String write(Event event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "could not write " + event.getClass().getSimpleName(), e);
        }
    }

    /** The wire name of an event type. */
    public static String wireName(Class<?> type) {
        var wire = type.getAnnotation(Wire.class);
        if (wire == null) {
            throw new IllegalStateException(type.getName() + " has no @Wire name");
        }
        return wire.value();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventFamily::records);
    }

    /** The mapper of event bodies. */
    static ObjectMapper json() {
        return JSON;
    }
}

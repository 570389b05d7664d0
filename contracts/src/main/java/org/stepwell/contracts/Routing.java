package org.stepwell.contracts;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;

/** Who says an event, on which topic and by which key, read off its interfaces. */
public final class Routing {

    private Routing() {}

    /** The short name of who says events of this type. */
    public static String publisherOf(Class<?> type) {
        return nearest(type, parent -> parent.getAnnotation(Publisher.class), "@Publisher")
                .value();
    }

    /** The topic of an event type. */
    public static Topic topicOf(Class<?> type) {
        return nearest(type, parent -> parent.getAnnotation(Topic.class), "@Topic");
    }

    /**
     * What an event is ordered by on its topic. The key of a state names its clinic: the same person may work at two, and
     * compaction must keep what each of them says.
     */
    public static String keyOf(ClinicId clinic, Event event) {
        return topicOf(event.getClass()).state() ? stateKey(clinic, event.key()) : event.key();
    }

    /** The same for a state, by the key that its event says. */
    public static String stateKey(ClinicId clinic, String key) {
        return clinic + "/" + key;
    }

    private static <A> A nearest(Class<?> type, Function<Class<?>, @Nullable A> annotation, String name) {
        return withParents(type)
                .map(annotation)
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " has no " + name));
    }

    private static Stream<Class<?>> withParents(Class<?> type) {
        return Stream.concat(
                Stream.of(type), Arrays.stream(type.getInterfaces()).flatMap(Routing::withParents));
    }
}

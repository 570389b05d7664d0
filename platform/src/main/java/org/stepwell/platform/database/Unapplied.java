package org.stepwell.platform.database;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.Routing;
import org.stepwell.contracts.id.ClinicId;

/**
 * What was said and waits among the parked, so that what this service holds may be wrong. It is asked within the query that
 * decides who may do something.
 *
 * @param listener who could not apply it
 * @param topic where it was said
 */
public record Unapplied(String listener, String topic) {

    /** SQL, true while something waits; takes {@link #about} as its parameters. */
    public static final String WAITS =
            "exists (select 1 from platform.parked where listener = ? and topic = ? and key = ?)";

    /** What may wait of one kind of event. */
    public static Unapplied of(Class<? extends Event> type) {
        return new Unapplied(Routing.publisherOf(type), Routing.topicOf(type).value());
    }

    /** The parameters of {@link #WAITS} about a state of a clinic, followed by others of the query. */
    public @Nullable Object[] about(ClinicId clinic, String key, @Nullable Object... others) {
        @Nullable
        Object[] all = Arrays.copyOf(
                new @Nullable Object[] {listener, topic, Routing.stateKey(clinic, key)}, 3 + others.length);
        System.arraycopy(others, 0, all, 3, others.length);
        return all;
    }
}

package org.stepwell.contracts.finding;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.Publisher;
import org.stepwell.contracts.Topic;
import org.stepwell.contracts.Wire;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;

/**
 * What all services say about measures and safety flags: whoever took it tells it, and all others hear it. Each service
 * numbers its own, so the key names the service. At intake there is no episode yet.
 */
@Publisher("finding")
@Topic("stepwell.finding")
public sealed interface FindingEvent extends Event {

    /** The service that speaks, such as {@code therapy}. */
    String service();

    PatientId patient();

    @Override
    default String key() {
        return service() + ":" + patient();
    }

    /**
     * A questionnaire was scored; {@code total} is null where too many answers are missing, or the questionnaire has none.
     *
     * @param subscales what its parts say for themselves, such as use, risk and protective factors of the BAM
     * @param takenAt when it was answered, which may be days before it was written down
     */
    @Wire("measure-scored.v1")
    record MeasureScored(
            String service,
            PatientId patient,
            @Nullable EpisodeId episode,
            MeasureId measure,
            String instrument,
            String instrumentVersion,
            @Nullable Integer total,
            @Nullable String band,
            List<Subscale> subscales,
            Instant takenAt,
            Instant at)
            implements FindingEvent {

        /** What was said before parts were told has none; before it was told when it was answered, that was when it was told. */
        public MeasureScored {
            subscales = Objects.requireNonNullElse(subscales, List.of());
            takenAt = Objects.requireNonNullElse(takenAt, at);
        }

        /** What a part of a questionnaire says; {@code points} is null where too many of its answers are missing. */
        public record Subscale(
                String scale,
                @Nullable Integer points,
                @Nullable String band) {}
    }

    /**
     * A safety flag was raised or cleared; {@code service} keeps it and clears it.
     *
     * @param finding the flag itself, the same when it is raised and when it is cleared
     * @param flag what it warns of, such as {@code SUICIDE_RISK_HIGH}
     */
    @Wire("safety-changed.v1")
    record SafetyChanged(
            String service,
            UUID finding,
            PatientId patient,
            @Nullable EpisodeId episode,
            String flag,
            boolean raised,
            Instant at)
            implements FindingEvent {}
}

package org.stepwell.enrollment.renewal;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.therapy.TherapyFact.PlanSigned;
import org.stepwell.contracts.therapy.TherapyFact.ReviewDue;
import org.stepwell.enrollment.episode.EpisodeStatus;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;

/** Where the treatment plan of each episode stands, as therapy says. */
@Singleton
public class TreatmentPlans {

    private final Sql sql;
    private final ClinicDirectory clinics;

    TreatmentPlans(Sql sql, ClinicDirectory clinics) {
        this.sql = sql;
        this.clinics = clinics;
    }

    /**
     * The plan that holds, and what is asked for.
     *
     *
     * @param askedBy by when it is to be written, or looked at; the earliest
     */
    @Schema(name = "TreatmentPlanStanding")
    record Standing(
            @Schema(examples = "2", description = "missing while none is signed") @Nullable
            Integer version,

            @Nullable LocalDate signedOn,
            @Nullable LocalDate reviewOn,

            @Schema(description = "every reason since it was signed")
            List<ReviewReason> askedBecause,

            @Nullable LocalDate askedBy) {

        static final Standing UNKNOWN = new Standing(null, null, null, List.of(), null);

        private static Standing of(ResultSet row, ZoneId zone) throws SQLException {
            @Nullable OffsetDateTime signed = row.getObject("signed_at", OffsetDateTime.class);
            @Nullable Array because = row.getArray("asked_because");
            return new Standing(
                    row.getObject("version", Integer.class),
                    signed == null ? null : LocalDate.ofInstant(signed.toInstant(), zone),
                    row.getObject("review_on", LocalDate.class),
                    because == null ? List.of() : reasons((String[]) because.getArray()),
                    row.getObject("asked_by", LocalDate.class));
        }

        private static List<ReviewReason> reasons(String[] names) {
            return Stream.of(names).map(ReviewReason::valueOf).toList();
        }

        /** What is to be done before somebody shows the plan to a payer; of whoever is away or gone, nothing. */
        Optional<String> missing(EpisodeStatus status, LocalDate today) {
            if (status != EpisodeStatus.ADMITTED && status != EpisodeStatus.DISCHARGE_PLANNED) {
                return Optional.empty();
            }
            if (version == null) {
                return Optional.of(
                        askedBy == null
                                ? "Sign a treatment plan: there is none yet."
                                : "Sign a treatment plan: there is none yet, and it is due on %s.".formatted(askedBy));
            }
            if (askedBy != null) {
                return Optional.of("Review the treatment plan (%s): due %s %s."
                        .formatted(because(), askedBy.isBefore(today) ? "since" : "by", askedBy));
            }
            return reviewOn != null && reviewOn.isBefore(today)
                    ? Optional.of("Review the treatment plan: due since %s.".formatted(reviewOn))
                    : Optional.empty();
        }

        private String because() {
            return askedBecause.stream()
                    .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .collect(Collectors.joining(", "));
        }
    }

    /** A plan holds; whatever was asked for is done by it. */
    public void signed(PlanSigned plan) {
        sql.update("""
                insert into treatment_plan (episode_id, patient_id, version, signed_at, review_on) values (?, ?, ?, ?, ?)
                on conflict (clinic_id, episode_id) do update
                set version = excluded.version, signed_at = excluded.signed_at, review_on = excluded.review_on,
                    asked_because = null, asked_by = null
                """, plan.episode().value(), plan.patient().value(), plan.version(), plan.at(), plan.reviewOn());
    }

    /** A plan is to be written, or looked at; for another reason too, where one is open already. */
    public void asked(ReviewDue review) {
        sql.update(
                """
                insert into treatment_plan as known (episode_id, patient_id, asked_because, asked_by)
                values (?, ?, array[?], ?)
                on conflict (clinic_id, episode_id) do update
                set asked_because = (select array_agg(distinct reason order by reason)
                        from unnest(known.asked_because || excluded.asked_because) reason),
                    asked_by = least(known.asked_by, excluded.asked_by)
                """,
                review.episode().value(),
                review.patient().value(),
                review.reason().name(),
                review.dueOn());
    }

    /** Where the plan of an episode stands. */
    Standing of(EpisodeId episode) {
        return sql.one("""
                        select version, signed_at, review_on, asked_because, asked_by from treatment_plan
                        where clinic_id = platform.current_clinic() and episode_id = ?
                        """, row -> Standing.of(row, clinics.zone()), episode.value())
                .orElse(Standing.UNKNOWN);
    }
}

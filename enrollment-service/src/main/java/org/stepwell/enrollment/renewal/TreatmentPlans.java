package org.stepwell.enrollment.renewal;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
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
     * @param askedBy by when it is to be written, or looked at
     */
    @Schema(name = "TreatmentPlanStanding")
    record Standing(
            @Schema(examples = "2", description = "missing while none is signed") @Nullable
            Integer version,

            @Nullable LocalDate signedOn,
            @Nullable LocalDate reviewOn,
            @Nullable ReviewReason askedBecause,
            @Nullable LocalDate askedBy) {

        static final Standing UNKNOWN = new Standing(null, null, null, null, null);

        private static Standing of(ResultSet row, ZoneId zone) throws SQLException {
            @Nullable OffsetDateTime signed = row.getObject("signed_at", OffsetDateTime.class);
            @Nullable String because = row.getString("asked_because");
            return new Standing(
                    row.getObject("version", Integer.class),
                    signed == null ? null : LocalDate.ofInstant(signed.toInstant(), zone),
                    row.getObject("review_on", LocalDate.class),
                    because == null ? null : ReviewReason.valueOf(because),
                    row.getObject("asked_by", LocalDate.class));
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
            return String.valueOf(askedBecause).toLowerCase(Locale.ROOT).replace('_', ' ');
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

    /** A plan is to be written, or looked at. */
    public void asked(ReviewDue review) {
        sql.update(
                """
                insert into treatment_plan (episode_id, patient_id, asked_because, asked_by) values (?, ?, ?, ?)
                on conflict (clinic_id, episode_id) do update
                set asked_because = excluded.asked_because, asked_by = excluded.asked_by
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

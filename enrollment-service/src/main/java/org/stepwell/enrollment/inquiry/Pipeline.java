package org.stepwell.enrollment.inquiry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** What came of first calls, by whoever brought them: where they are lost, and how long they wait. */
@Singleton
class Pipeline {

    private static final String BY_SOURCE = """
            select inquiry.source,
                   count(*) as received,
                   count(first_contact_at) as contacted,
                   count(registered_at) as registered,
                   count(*) filter (where inquiry.status = 'CLOSED') as closed,
                   count(began.start) as started,
                   percentile_disc(0.5) within group (order by greatest(began.start - called_on, 0)) filter (where began.start is not null)
                       as days,
                   percentile_disc(0.5) within group (order by minutes) filter (where first_contact_at is not null) as median,
                   percentile_disc(0.9) within group (order by minutes) filter (where first_contact_at is not null) as ninth
            from inquiry
            cross join lateral (select (inquiry.received_at at time zone ?)::date as called_on,
                extract(epoch from first_contact_at - inquiry.received_at) / 60 as minutes) waited
            left join referral on referral.clinic_id = inquiry.clinic_id and referral.inquiry_id = inquiry.id
            left join patient tied on tied.clinic_id = inquiry.clinic_id and tied.id = referral.patient_id
            left join patient came on came.clinic_id = inquiry.clinic_id and came.inquiry_id = inquiry.id
            cross join lateral (
                select coalesce(tied.merged_into_id, tied.id, came.merged_into_id, came.id) as id offset 0) known
            left join lateral (
                select min(start) as start from ( -- by the patient alone, who has few; the rest is looked at then
                    select start from episode
                    where episode.clinic_id = inquiry.clinic_id and episode.patient_id = known.id offset 0) own
                where came.id is not null or start >= called_on) began on true
            where inquiry.clinic_id = platform.current_clinic() and inquiry.received_at >= ? and inquiry.received_at < ?
            group by inquiry.source order by received desc, inquiry.source
            """;

    private final Sql sql;
    private final ClinicDirectory clinics;
    private final Clock clock;

    Pipeline(Sql sql, ClinicDirectory clinics, Clock clock) {
        this.sql = sql;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** The calls of one source. */
    @Schema(name = "InquirySourceLine")
    record Line(
            InquirySource source,
            @Schema(examples = "42") long received,
            @Schema(examples = "38") long contacted,
            @Schema(examples = "20") long registered,
            @Schema(examples = "15") long closed,

            @Schema(description = "of whom treatment began since", examples = "12")
            long started,

            @Schema(
                    description =
                            "from the call to the first day of treatment: half of those who began waited no longer",
                    examples = "6")
            @Nullable
            Long daysToStartMedian,

            @Schema(description = "half of those who were spoken with waited no longer", examples = "35") @Nullable
            Long minutesToFirstContactMedian,

            @Schema(description = "nine of ten waited no longer", examples = "190") @Nullable
            Long minutesToFirstContactNinetieth) {}

    /** Calls that came from one day to another, both included, in clinic time; the last three months unless said. */
    List<Line> of(@Nullable LocalDate first, @Nullable LocalDate last) {
        ZoneId zone = clinics.zone();
        var to = last == null ? LocalDate.ofInstant(clock.instant(), zone) : last;
        var from = first == null ? to.minusMonths(3) : first;
        if (to.isBefore(from) || to.isAfter(from.plusYears(2))) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST,
                    "From %s to %s is no stretch of up to two years.".formatted(from, to),
                    List.of(new FieldError("/to", "from the first day on, at most two years later")));
        }
        return sql.list(
                BY_SOURCE,
                row -> new Line(
                        InquirySource.valueOf(row.getString("source")),
                        row.getLong("received"),
                        row.getLong("contacted"),
                        row.getLong("registered"),
                        row.getLong("closed"),
                        row.getLong("started"),
                        whole(row.getBigDecimal("days")),
                        whole(row.getBigDecimal("median")),
                        whole(row.getBigDecimal("ninth"))),
                zone.getId(),
                from.atStartOfDay(zone).toOffsetDateTime(),
                startAfter(to, zone));
    }

    private static OffsetDateTime startAfter(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }

    private static @Nullable Long whole(java.math.@Nullable BigDecimal number) {
        return number == null ? null : number.longValue();
    }
}

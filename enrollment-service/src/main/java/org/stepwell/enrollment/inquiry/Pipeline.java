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
            select source,
                   count(*) as received,
                   count(*) filter (where first_contact_at is not null) as contacted,
                   count(*) filter (where status = 'REGISTERED') as registered,
                   count(*) filter (where status = 'CLOSED') as closed,
                   percentile_disc(0.5) within group (order by extract(epoch from first_contact_at - received_at) / 60)
                       filter (where first_contact_at is not null) as median,
                   percentile_disc(0.9) within group (order by extract(epoch from first_contact_at - received_at) / 60)
                       filter (where first_contact_at is not null) as ninth
            from inquiry
            where clinic_id = platform.current_clinic() and received_at >= ? and received_at < ?
            group by source order by received desc, source
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
                        minutes(row.getBigDecimal("median")),
                        minutes(row.getBigDecimal("ninth"))),
                from.atStartOfDay(zone).toOffsetDateTime(),
                startAfter(to, zone));
    }

    private static OffsetDateTime startAfter(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }

    private static @Nullable Long minutes(java.math.@Nullable BigDecimal minutes) {
        return minutes == null ? null : minutes.longValue();
    }
}

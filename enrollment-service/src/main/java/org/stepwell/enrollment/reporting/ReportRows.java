package org.stepwell.enrollment.reporting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;

/** What reports on persons are made of, page by page in the order of days: however many there are, few are in memory. */
@Singleton
class ReportRows {

    private static final int PAGE = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Sql sql;
    private final TedsRecords records;
    private final Tables tables;
    private final ClinicDirectory clinics;

    ReportRows(Sql sql, TedsRecords records, Tables tables, ClinicDirectory clinics) {
        this.sql = sql;
        this.records = records;
        this.tables = tables;
        this.clinics = clinics;
    }

    /** One record with all that is derived. */
    record Row(Stay stay, Moment moment, TedsAnswers answers, boolean imputed) {
        LocalDate day() {
            return moment == Moment.ADMISSION ? stay.started() : stay.ended().lastDay();
        }
    }

    /** Admission and discharge of the same person. */
    record Pair(Stay stay, TedsAnswers admission, TedsAnswers discharge, boolean imputed) {}

    /** Where a page starts: after this day and episode. */
    record After(LocalDate day, UUID episode) {
        static After nothing(Days days) {
            return new After(days.from(), BEFORE_ALL);
        }

        static After of(LocalDate day, EpisodeId episode) {
            return new After(day, episode.value());
        }
    }

    /** The next records of those who came, or who left; empty at the end. */
    List<Row> page(Moment moment, Days days, After after) {
        return sql.list(
                """
                select %1$s, r.answers, r.imputed from episode e
                join teds_record r on r.clinic_id = e.clinic_id and r.episode_id = e.id and r.moment = ?
                where e.clinic_id = platform.current_clinic() and (e.%2$s, e.id) > (?, ?) and e.%2$s <= ?
                order by e.%2$s, e.id limit ?
                """.formatted(Stays.COLUMNS, column(moment)),
                row -> row(Stays.read(row), moment, row.getString("answers"), row.getBoolean("imputed")),
                clinics.zone().getId(),
                moment.name(),
                after.day(),
                after.episode(),
                days.to(),
                PAGE);
    }

    private Row row(Stay stay, Moment moment, String sealed, boolean imputed) {
        var answers = records.open(stay.episode(), moment, sealed);
        var derived = moment == Moment.ADMISSION
                ? Derived.ofSubstances(answers, tables.codes().flags())
                : Derived.atDischarge(stay);
        return new Row(stay, moment, answers.with(derived), imputed);
    }

    /** The next of those who left in these days and have both records. */
    List<Pair> pairs(Days days, After after) {
        return sql.list(
                """
                select %s, a.answers as before, d.answers as later, d.imputed from episode e
                join teds_record a on a.clinic_id = e.clinic_id and a.episode_id = e.id and a.moment = 'ADMISSION'
                join teds_record d on d.clinic_id = e.clinic_id and d.episode_id = e.id and d.moment = 'DISCHARGE'
                where e.clinic_id = platform.current_clinic() and (e.last_day, e.id) > (?, ?) and e.last_day <= ?
                order by e.last_day, e.id limit ?
                """.formatted(Stays.COLUMNS),
                row -> {
                    var stay = Stays.read(row);
                    return new Pair(
                            stay,
                            records.open(stay.episode(), Moment.ADMISSION, row.getString("before")),
                            records.open(stay.episode(), Moment.DISCHARGE, row.getString("later")),
                            row.getBoolean("imputed"));
                },
                clinics.zone().getId(),
                after.day(),
                after.episode(),
                days.to(),
                PAGE);
    }

    /** How many came or left in these days and have no record: what the report lacks. */
    int unrecorded(Moment moment, Days days) {
        return sql.one("""
                        select count(*) from episode e
                        where e.clinic_id = platform.current_clinic() and e.%1$s >= ? and e.%1$s <= ? and not exists (
                            select 1 from teds_record r
                            where r.clinic_id = e.clinic_id and r.episode_id = e.id and r.moment = ?)
                        """.formatted(column(moment)), row -> row.getInt(1), days.from(), days.to(), moment.name())
                .orElseThrow();
    }

    private static String column(Moment moment) {
        return moment == Moment.ADMISSION ? "start" : "last_day";
    }
}

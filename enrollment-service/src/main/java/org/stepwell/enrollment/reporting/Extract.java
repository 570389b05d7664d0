package org.stepwell.enrollment.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.stepwell.contracts.id.AuthorityId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.reporting.ReportRows.After;
import org.stepwell.enrollment.reporting.ReportRows.Row;

/**
 * Records that may leave, written as they are read: in memory are a page of them and the ids that the audit names anyway.
 *
 * @param episodes whose record may leave
 * @param patients all who were asked about, also those who are left out: the audit names them
 * @param pages each in a transaction of its own
 */
record Extract(
        Wanted wanted,
        Set<EpisodeId> episodes,
        Set<PatientId> patients,
        int refused,
        int unrecorded,
        Tables tables,
        Function<After, List<Row>> pages) {

    /** What somebody wants to send. */
    record Wanted(Moment moment, Days days, AuthorityId authority, CodeSet codes, Lines.Format format) {}

    /** Writes the records; a page of them is in memory at a time. */
    void write(OutputStream out) throws IOException {
        var fields = tables.codes().at(wanted.moment());
        try (var lines = wanted.format().open(out, columns(fields))) {
            var page = pages.apply(After.nothing(wanted.days()));
            while (!page.isEmpty()) {
                for (var row : page) {
                    if (episodes.contains(row.stay().episode())) {
                        lines.line(values(fields, row));
                    }
                }
                var last = page.getLast();
                page = pages.apply(After.of(last.day(), last.stay().episode()));
            }
        }
    }

    /** Client and admission date tie the two records of an episode together. */
    private List<String> columns(List<TedsField> fields) {
        var columns = new ArrayList<>(List.of("CLIENT", "EPISODE", "ADMITTED"));
        if (wanted.moment() == Moment.DISCHARGE) {
            columns.addAll(List.of("DISCHARGED", "IMPUTED"));
        }
        fields.forEach(field -> columns.add(field.name()));
        return columns;
    }

    private List<Object> values(List<TedsField> fields, Row row) {
        var stay = row.stay();
        var values = new ArrayList<Object>(List.of(
                stay.patient().toString(),
                stay.episode().toString(),
                stay.started().toString()));
        if (wanted.moment() == Moment.DISCHARGE) {
            values.addAll(List.of(stay.ended().lastDay().toString(), row.imputed() ? 1 : 0));
        }
        fields.forEach(field -> values.add(
                wanted.codes() == CodeSet.STATE
                        ? tables.state().code(field, row.answers())
                        : (Object) field.code(row.answers())));
        return values;
    }
}

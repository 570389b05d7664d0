package org.stepwell.enrollment.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stepwell.contracts.id.AuthorityId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.reporting.ReportRows.Row;
import org.stepwell.platform.http.Spool;

/**
 * Records that leave.
 *
 * @param content written in the transaction that decided and told the ledgers: what ends or changes afterwards changes nothing of it
 * @param records how many
 * @param patients all who were asked about, also those who are left out: the audit names them
 */
record Extract(Spool content, int records, Set<PatientId> patients, int refused, int unrecorded) {

    /** What somebody wants to send. */
    record Wanted(Moment moment, Days days, AuthorityId authority, CodeSet codes, Lines.Format format) {

        private static final String ADMISSION = "A";
        private static final String TRANSFER = "T";

        /** Client, date of admission and transaction (admission or transfer) tie the two records of an episode together. */
        List<String> columns(List<TedsField> fields) {
            var columns = new ArrayList<>(List.of("CLIENT", "EPISODE", "ADMITTED", "TRANSACTION"));
            if (moment == Moment.DISCHARGE) {
                columns.addAll(List.of("DISCHARGED", "IMPUTED"));
            }
            fields.forEach(field -> columns.add(field.name()));
            return columns;
        }

        List<Object> values(List<TedsField> fields, Row row, Tables tables) {
            var stay = row.stay();
            var values = new ArrayList<Object>(List.of(
                    stay.patient().toString(),
                    stay.episode().toString(),
                    stay.started().toString(),
                    stay.transferred() ? TRANSFER : ADMISSION));
            if (moment == Moment.DISCHARGE) {
                LocalDate lastDay = stay.ended().lastDay();
                values.addAll(List.of(lastDay.toString(), row.imputed() ? 1 : 0));
            }
            fields.forEach(field -> values.add(
                    codes == CodeSet.STATE
                            ? tables.state().code(field, row.answers())
                            : (Object) field.code(row.answers())));
            return values;
        }
    }
}

package org.stepwell.enrollment.reporting;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.enrollment.authority.Audits;
import org.stepwell.enrollment.reporting.ReportRows.After;
import org.stepwell.enrollment.reporting.ReportRows.Row;
import org.stepwell.platform.http.Spool;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * Decides whose records may leave for the state, and writes them, in the transaction that tells their ledgers: whoever ends the
 * agreement meanwhile waits, and nothing leaves that the ledgers do not say. In memory is a page of records, and the ids that the
 * audit names anyway.
 */
@Singleton
class MakeExtract {

    private final ReportRows rows;
    private final Audits audits;
    private final Tables tables;

    MakeExtract(ReportRows rows, Audits audits, Tables tables) {
        this.rows = rows;
        this.audits = audits;
        this.tables = tables;
    }

    Extract make(Extract.Wanted wanted) {
        var agreement = audits.agreement(wanted.authority())
                .orElseThrow(() -> new Refusal(
                        ReportRule.EXTRACT_UNDER_AN_AUDIT,
                        "Keep the agreement with the state as an authority of this kind, and name it.",
                        List.of(new FieldError("/authority", "of the kind AUDIT_AND_EVALUATION"))));
        int unrecorded = rows.unrecorded(wanted.moment(), wanted.days());
        var asked = new Asked();
        var content = Spool.of(out -> {
            try (var lines = wanted.format().open(out, wanted.columns(fields(wanted)))) {
                write(wanted, agreement, lines, asked);
            }
        });
        return new Extract(content, asked.told, asked.patients, asked.refused, unrecorded);
    }

    /** What came of asking. */
    private static final class Asked {
        private final Set<PatientId> patients = new LinkedHashSet<>();
        private int told;
        private int refused;
    }

    private void write(Extract.Wanted wanted, Audits.Agreement agreement, Lines lines, Asked asked) throws IOException {
        var fields = fields(wanted);
        var page = rows.page(wanted.moment(), wanted.days(), After.nothing(wanted.days()));
        while (!page.isEmpty()) {
            for (var row : page) {
                asked.patients.add(row.stay().patient());
                if (agreement.opens(row.stay().patient(), categories(row), Channel.SECURE_MESSAGE)) {
                    asked.told++;
                    lines.line(wanted.values(fields, row, tables));
                } else {
                    asked.refused++;
                }
            }
            var last = page.getLast();
            page = rows.page(
                    wanted.moment(),
                    wanted.days(),
                    After.of(last.day(), last.stay().episode()));
        }
    }

    private List<TedsField> fields(Extract.Wanted wanted) {
        return tables.codes().at(wanted.moment());
    }

    /** What a record says of somebody: who answered nothing about a diagnosis has none told. */
    static Set<DataCategory> categories(Row row) {
        var told = EnumSet.of(DataCategory.PRESENCE, DataCategory.ASSESSMENT);
        if (row.moment() == Moment.DISCHARGE) {
            told.add(DataCategory.DISCHARGE_SUMMARY);
            return told;
        }
        told.add(DataCategory.DEMOGRAPHICS);
        var answers = row.answers();
        if (answers.knows("DSMCRIT") || answers.knows("PSYPROB")) {
            told.add(DataCategory.DIAGNOSIS);
        }
        if (answers.knows("METHUSE")) {
            told.add(DataCategory.MEDICATION);
        }
        if (answers.knows("HLTHINS") || answers.knows("PRIMPAY")) {
            told.add(DataCategory.BILLING);
        }
        return told;
    }
}

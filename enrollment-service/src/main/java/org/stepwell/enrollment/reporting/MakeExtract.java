package org.stepwell.enrollment.reporting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.enrollment.authority.Audits;
import org.stepwell.enrollment.reporting.ReportRows.After;
import org.stepwell.enrollment.reporting.ReportRows.Row;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * Decides whose records may leave for the state, in the transaction that tells their ledgers; what is written afterwards is
 * only what was decided.
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
        var told = new HashSet<EpisodeId>();
        var patients = new LinkedHashSet<PatientId>();
        int refused = 0;
        var page = rows.page(wanted.moment(), wanted.days(), After.nothing(wanted.days()));
        while (!page.isEmpty()) {
            for (var row : page) {
                patients.add(row.stay().patient());
                if (agreement.opens(row.stay().patient(), categories(row), Channel.SECURE_MESSAGE)) {
                    told.add(row.stay().episode());
                } else {
                    refused++;
                }
            }
            var last = page.getLast();
            page = rows.page(
                    wanted.moment(),
                    wanted.days(),
                    After.of(last.day(), last.stay().episode()));
        }
        return new Extract(
                wanted,
                told,
                patients,
                refused,
                rows.unrecorded(wanted.moment(), wanted.days()),
                tables,
                pages(wanted));
    }

    private Function<After, List<Row>> pages(Extract.Wanted wanted) {
        var work = ClinicContext.current().orElseThrow();
        return after -> ClinicContext.in(
                work,
                () -> QuarkusTransaction.requiringNew().call(() -> rows.page(wanted.moment(), wanted.days(), after)));
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

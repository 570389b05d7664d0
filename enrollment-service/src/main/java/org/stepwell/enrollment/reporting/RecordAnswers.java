package org.stepwell.enrollment.reporting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepwell.enrollment.patient.Patients;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.problem.Refusal;

/** Takes what somebody answered at admission or discharge, and ends the work that asked for it. */
@Singleton
class RecordAnswers {

    private final TedsRecords records;
    private final Patients patients;
    private final Tables tables;
    private final OpenReports open;
    private final Clock clock;

    RecordAnswers(TedsRecords records, Patients patients, Tables tables, OpenReports open, Clock clock) {
        this.records = records;
        this.patients = patients;
        this.tables = tables;
        this.open = open;
        this.clock = clock;
    }

    /** At admission; what was imputed from it at discharge follows a correction. */
    TedsRecord atAdmission(Stay stay, TedsAnswers asked, @Nullable IfMatch version) {
        var derived = Derived.atAdmission(patients.birthDateOf(stay.patient()), stay);
        AnswerCheck.admissionMustFit(tables.codes(), asked, derived.getOrDefault("AGE", TedsAnswers.UNKNOWN));
        var answers = asked.with(derived);
        var record = write(stay, Moment.ADMISSION, answers, false, version);
        records.find(stay.episode(), Moment.DISCHARGE)
                .filter(TedsRecord::imputed)
                .ifPresent(imputed -> keep(imputed, imputedFrom(answers), true));
        return record;
    }

    /**
     * At discharge.
     *
     * @param asked null where nobody could ask: then the last that is known stands in
     */
    TedsRecord atDischarge(Stay stay, @Nullable TedsAnswers asked, @Nullable IfMatch version) {
        stay.started();
        var admission = records.find(stay.episode(), Moment.ADMISSION)
                .map(records::open)
                .orElseThrow(() -> new Refusal(
                        ReportRule.ADMISSION_RECORDED_FIRST,
                        "Record the answers at admission, as far as known, first."));
        if (asked == null) {
            stay.mustBeBeyondAsking();
            return write(stay, Moment.DISCHARGE, imputedFrom(admission), true, version);
        }
        AnswerCheck.interviewMustFit(tables.codes(), asked, admission);
        return write(stay, Moment.DISCHARGE, asked, false, version);
    }

    private TedsAnswers imputedFrom(TedsAnswers admission) {
        var imputed = new HashMap<String, Integer>();
        tables.codes().at(Moment.ADMISSION).stream()
                .filter(TedsField::isAsked)
                .filter(field -> admission.asked(field.name()))
                .filter(field ->
                        tables.codes().find(Moment.DISCHARGE.name(field.name())).isPresent())
                .forEach(field -> imputed.put(Moment.DISCHARGE.name(field.name()), admission.of(field.name())));
        return new TedsAnswers(Map.copyOf(imputed));
    }

    private TedsRecord write(
            Stay stay, Moment moment, TedsAnswers answers, boolean imputed, @Nullable IfMatch version) {
        var known = records.find(stay.episode(), moment);
        known.ifPresent(record -> IfMatch.require(version, record.version()));
        var record = known.orElseGet(() -> new TedsRecord(new TedsRecord.Key(stay.episode(), moment), stay.patient()));
        keep(record, answers, imputed);
        open.recorded(stay.episode(), moment, clock.instant());
        return record;
    }

    private void keep(TedsRecord record, TedsAnswers answers, boolean imputed) {
        var by = ClinicContext.current().orElseThrow().actor();
        var sealed = records.seal(record.key().episode(), record.key().moment(), answers);
        record.answered(sealed, imputed, by, clock.instant());
        records.keep(record);
    }
}

package org.stepwell.enrollment.billing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.enrollment.billing.Claims.AsSent;
import org.stepwell.enrollment.billing.Claims.Cover;
import org.stepwell.enrollment.billing.Claims.Sent;
import org.stepwell.enrollment.coverage.Attended;
import org.stepwell.enrollment.coverage.AttendedDay;
import org.stepwell.enrollment.coverage.BurnDowns;
import org.stepwell.enrollment.coverage.Burning;
import org.stepwell.enrollment.coverage.Coverage;
import org.stepwell.enrollment.coverage.Coverages;
import org.stepwell.enrollment.payer.Contracts;
import org.stepwell.enrollment.payer.Payer;
import org.stepwell.enrollment.payer.Payers;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.consent.Outlook;

/** Gathers what is known of a patient's attended days, and makes lines of claims of them. */
@Singleton
class PatientClaims {

    /** What a line says of somebody to the payer. */
    private static final Set<DataCategory> BUT_DIAGNOSIS =
            EnumSet.of(DataCategory.PRESENCE, DataCategory.DEMOGRAPHICS, DataCategory.ATTENDANCE, DataCategory.BILLING);

    private static final Set<DataCategory> CATEGORIES =
            EnumSet.copyOf(Stream.concat(BUT_DIAGNOSIS.stream(), Stream.of(DataCategory.DIAGNOSIS))
                    .toList());

    private final Attended attended;
    private final Coverages coverages;
    private final BurnDowns burnDowns;
    private final Payers payers;
    private final Contracts contracts;
    private final Signed signed;
    private final Certifications certifications;
    private final TreatedFor treatedFor;
    private final AdmissionDays admissionDays;
    private final SentClaims sent;
    private final Disclosures disclosures;

    PatientClaims(
            Attended attended,
            Coverages coverages,
            BurnDowns burnDowns,
            Payers payers,
            Contracts contracts,
            Signed signed,
            Certifications certifications,
            TreatedFor treatedFor,
            AdmissionDays admissionDays,
            SentClaims sent,
            Disclosures disclosures) {
        this.attended = attended;
        this.coverages = coverages;
        this.burnDowns = burnDowns;
        this.payers = payers;
        this.contracts = contracts;
        this.signed = signed;
        this.certifications = certifications;
        this.treatedFor = treatedFor;
        this.admissionDays = admissionDays;
        this.sent = sent;
        this.disclosures = disclosures;
    }

    /** The lines of these days, both included. */
    Claims of(PatientId patient, LocalDate from, LocalDate to) {
        return Objects.requireNonNull(of(List.of(patient), from, to).get(patient));
    }

    /** The same of each of these patients, with as many questions to the database for a hundred as for one. */
    Map<PatientId, Claims> of(Collection<PatientId> patients, LocalDate from, LocalDate to) {
        var days = attended.intensiveDays(patients, from, to);
        var notes = signed.among(patients, sessions(days.values()));
        var certified = certifications.certified(patients);
        var diagnosed = treatedFor.of(patients);
        var admitted =
                admissionDays.of(each(days.values()).map(AttendedDay::episode).collect(Collectors.toSet()));
        var coverages = this.coverages.ofPatients(patients);
        var covers = covers(coverages, to);
        var asSent = sent.of(coverages.stream().map(Coverage::id).toList());
        var found = new HashMap<PatientId, Claims>();
        for (var patient : patients) {
            var facts = new Facts(
                    days.getOrDefault(patient, List.of()),
                    covers.getOrDefault(patient, List.of()),
                    notes.getOrDefault(patient, Signed.Notes.NONE),
                    certified.getOrDefault(patient, List.of()),
                    diagnosed.getOrDefault(patient, List.of()),
                    admitted,
                    sentOf(covers.getOrDefault(patient, List.of()), asSent));
            found.put(patient, Claims.of(facts, from, to));
        }
        return found;
    }

    private static Set<SessionId> sessions(Collection<List<AttendedDay>> days) {
        return each(days).flatMap(day -> day.sessions().stream()).collect(Collectors.toSet());
    }

    private static Stream<AttendedDay> each(Collection<List<AttendedDay>> days) {
        return days.stream().flatMap(List::stream);
    }

    private static Map<Sent, AsSent> sentOf(List<Cover> covers, Map<Sent, AsSent> asSent) {
        var own = covers.stream().map(Cover::coverage).collect(Collectors.toSet());
        return asSent.entrySet().stream()
                .filter(line -> own.contains(line.getKey().coverage()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<PatientId, List<Cover>> covers(List<Coverage> some, LocalDate until) {
        var burning = burnDowns.burning(some, until);
        var outlooks = disclosures.outlooks(some.stream()
                .flatMap(coverage -> {
                    var payer = payers.of(coverage.payer());
                    return Stream.of(ask(coverage.patient(), payer), askButDiagnosis(coverage.patient(), payer));
                })
                .toList());
        return some.stream()
                .collect(Collectors.groupingBy(
                        Coverage::patient,
                        Collectors.mapping(coverage -> cover(coverage, burning, outlooks), Collectors.toList())));
    }

    private Cover cover(Coverage coverage, Map<CoverageId, Burning> burning, Map<Ask, Outlook> outlooks) {
        var payer = payers.of(coverage.payer());
        return new Cover(
                coverage.id(),
                payer.id(),
                coverage.priority(),
                coverage.firstDay(),
                coverage.lastDay(),
                contracts.of(payer),
                Objects.requireNonNull(burning.get(coverage.id())),
                Objects.requireNonNull(outlooks.get(ask(coverage.patient(), payer))),
                outlooks.get(askButDiagnosis(coverage.patient(), payer)) == Outlook.OPEN);
    }

    /** What the payer is told with a claim. */
    static Ask ask(PatientId patient, Payer payer) {
        return new Ask(patient, payer.recipient(), DisclosurePurpose.PAYMENT, CATEGORIES);
    }

    private static Ask askButDiagnosis(PatientId patient, Payer payer) {
        return new Ask(patient, payer.recipient(), DisclosurePurpose.PAYMENT, BUT_DIAGNOSIS);
    }

    /** The reasons that hold any of these lines, in words. */
    static List<String> sentences(List<ClaimLine> lines) {
        return lines.stream()
                .flatMap(line -> line.holds().stream())
                .distinct()
                .sorted()
                .map(Hold::sentence)
                .toList();
    }
}

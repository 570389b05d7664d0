package org.stepwell.enrollment.coverage;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.episode.OnceAdmitted;
import org.stepwell.enrollment.episode.PeopleInCare;
import org.stepwell.enrollment.payer.BillingTerms;
import org.stepwell.enrollment.payer.Payers;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** Looks at a patient's authorizations whenever they come, and before one ends; tells in time, and each thing once. */
@Singleton
class WatchedAuthorizations implements DueDoor, OnceAdmitted {

    static final String KIND = "authorizations-watched";

    private static final Duration WITHIN = Duration.ofDays(2);

    private static final TaskKind UNITS_LOW = new TaskKind(
            "authorization-units-low",
            "Few units of an authorization are left: ask the payer for more. Care goes on.",
            List.of(Role.INTAKE, Role.SUPERVISOR),
            WITHIN,
            true);

    private static final TaskKind EXPIRES_SOON = new TaskKind(
            "authorization-expires",
            "An authorization ends soon: ask the payer to renew it. Care goes on.",
            List.of(Role.INTAKE, Role.SUPERVISOR),
            WITHIN,
            true);

    private final Authorizations authorizations;
    private final BurnDowns burnDowns;
    private final Coverages coverages;
    private final Payers payers;
    private final PeopleInCare people;
    private final AuthorizationOnRecord onRecord;
    private final ClinicDirectory clinics;
    private final Tasks tasks;
    private final Due due;
    private final Sql sql;
    private final Clock clock;

    WatchedAuthorizations(
            Authorizations authorizations,
            BurnDowns burnDowns,
            Coverages coverages,
            Payers payers,
            PeopleInCare people,
            AuthorizationOnRecord onRecord,
            ClinicDirectory clinics,
            Tasks tasks,
            Due due,
            Sql sql,
            Clock clock) {
        this.authorizations = authorizations;
        this.burnDowns = burnDowns;
        this.coverages = coverages;
        this.payers = payers;
        this.people = people;
        this.onRecord = onRecord;
        this.clinics = clinics;
        this.tasks = tasks;
        this.due = due;
        this.sql = sql;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TaskKind unitsLow() {
        return UNITS_LOW;
    }

    @Produces
    @Singleton
    static TaskKind expiresSoon() {
        return EXPIRES_SOON;
    }

    /** The payer said something new: what was told of this one is told anew, and of those that it follows is dealt with. */
    void changed(Authorization authorization, Instant now) {
        forget(authorization);
        authorizations.ofCoverage(authorization.coverage()).stream()
                .filter(one -> one.id().equals(authorization.id()) || follows(authorization, one))
                .forEach(one -> {
                    tasks.done(UNITS_LOW, one.id(), now);
                    tasks.done(EXPIRES_SOON, one.id(), now);
                });
        boolean isIn = people.isIn(authorization.patient());
        onRecord.changed(authorization.patient(), isIn, true, authorization.changedBy(), now);
        due.now(KIND, authorization.patient());
    }

    /** It never was: whatever it followed is told of anew, and whoever waits is asked for an approval again. */
    void withdrawn(Authorization authorization, Instant now) {
        tasks.withdraw(UNITS_LOW, authorization.id(), now);
        tasks.withdraw(EXPIRES_SOON, authorization.id(), now);
        var followed = authorizations.ofCoverage(authorization.coverage()).stream()
                .filter(one -> follows(authorization, one))
                .map(one -> one.id().value())
                .toArray(UUID[]::new);
        sql.update(
                "delete from authorization_alert where clinic_id = platform.current_clinic() and authorization_id = any (?)",
                (Object) followed);
        boolean isIn = people.isIn(authorization.patient());
        var by = ClinicContext.current().orElseThrow().actor();
        onRecord.changed(authorization.patient(), isIn, true, by, now);
        due.now(KIND, authorization.patient());
    }

    /** What ended or began while they waited is told of now. */
    @Override
    public void admitted(PatientId patient, EpisodeId episode, Instant now) {
        due.now(KIND, patient);
    }

    /** Nobody has to renew what nobody uses; should they come another time, it is told anew. */
    @Override
    public void neverCame(PatientId patient, EpisodeId episode, Instant now) {
        authorizations.ofPatient(patient).forEach(authorization -> {
            forget(authorization);
            tasks.withdraw(UNITS_LOW, authorization.id(), now);
            tasks.withdraw(EXPIRES_SOON, authorization.id(), now);
        });
    }

    private void forget(Authorization authorization) {
        sql.update(
                "delete from authorization_alert where clinic_id = platform.current_clinic() and authorization_id = ?",
                authorization.id().value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var patient = new PatientId(subject);
        var all = authorizations.ofPatient(patient);
        if (all.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinics.zone());
        if (people.isIn(patient)) {
            tell(all, today, now);
        }
        onRecord.daysWentBy(
                patient,
                people.waits(patient),
                ClinicContext.current().orElseThrow().actor(),
                now);
        all.stream()
                .flatMap(this::lookedAtOn)
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .ifPresent(day ->
                        due.at(KIND, patient, day.atStartOfDay(clinics.zone()).toInstant()));
    }

    /** When it begins, when it is to be renewed, and when it is over. */
    private Stream<LocalDate> lookedAtOn(Authorization authorization) {
        var approved = approved(authorization);
        return Stream.of(
                approved.firstDay(),
                approved.lastDay()
                        .minusDays(terms(authorization, approved.lastDay()).daysLeftAlert()),
                approved.lastDay().plusDays(1));
    }

    private Approved approved(Authorization authorization) {
        return coverages.of(authorization.coverage()).cut(authorization.approved());
    }

    private void tell(List<Authorization> all, LocalDate today, Instant now) {
        var burned = burnDowns.of(all, today);
        for (var authorization : all) {
            var terms = terms(authorization, today);
            var burnDown = burned.getOrDefault(
                    authorization.id(), BurnDown.of(approved(authorization), new TreeMap<>(), today));
            var next = all.stream()
                    .filter(other -> follows(other, authorization))
                    .map(other -> other.approved().firstDay())
                    .min(LocalDate::compareTo);
            if (today.isBefore(authorization.approved().firstDay())) {
                continue;
            }
            if (burnDown.low(terms.unitsLeftAlert())
                    && next.filter(day -> !day.isAfter(today)).isEmpty()) {
                tell(UNITS_LOW, "UNITS_LOW", authorization, now);
            }
            if (burnDown.endsSoon(terms.daysLeftAlert()) && next.isEmpty()) {
                tell(EXPIRES_SOON, "EXPIRES_SOON", authorization, now);
            }
        }
    }

    /** More was approved already, for the days after it. */
    private static boolean follows(Authorization other, Authorization one) {
        var next = other.approved();
        var last = one.approved().lastDay();
        return other.coverage().equals(one.coverage())
                && next.lastDay().isAfter(last)
                && !next.firstDay().isAfter(last.plusDays(1));
    }

    private BillingTerms terms(Authorization authorization, LocalDate day) {
        return payers.of(coverages.of(authorization.coverage()).payer()).terms(day);
    }

    private void tell(TaskKind kind, String threshold, Authorization authorization, Instant now) {
        int first = sql.update("""
                insert into authorization_alert (authorization_id, threshold, told_at) values (?, ?, ?)
                on conflict do nothing
                """, authorization.id().value(), threshold, now);
        if (first == 1) {
            tasks.open(
                    new Tasks.Cause(kind, authorization.id(), authorization.patient(), null, now),
                    null,
                    now.plus(WITHIN));
        }
    }
}

package org.stepwell.enrollment.stop;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.FindingId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.access.Reach;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.finding.SafetyRegister;
import org.stepwell.platform.http.PageRequest;

/** What was found of the clinic's patients; one of a kind stands at a time, and found again it is the same. */
@Singleton
public class Findings implements PanacheRepositoryBase<Finding, FindingId> {

    private static final Set<FindingStatus> STANDING = EnumSet.of(FindingStatus.OPEN, FindingStatus.CO_SIGNATURE_DUE);

    private final Sql sql;
    private final SafetyRegister register;

    Findings(Sql sql, SafetyRegister register) {
        this.sql = sql;
        this.register = register;
    }

    /** What a finding rests on: a screening or a measure, in the database already. */
    public record Source(
            @Nullable ScreeningId screening, @Nullable MeasureId measure, String by) {}

    /** Something stops the patient's admission. */
    public void raise(PatientId patient, Set<Stop> stops, Source source, Instant now) {
        stops.stream().sorted().forEach(stop -> raise(patient, stop, source, now));
    }

    private void raise(PatientId patient, Stop stop, Source source, Instant now) {
        var id = new FindingId(Uuid7.next());
        boolean first = sql.one(
                        """
                        insert into finding (id, version, patient_id, stop, screening_id, measure_id, raised_by, raised_at,
                            last_raised_at, times_raised, status)
                        values (?, 0, ?, ?, ?, ?, ?, ?, ?, 1, 'OPEN')
                        on conflict (clinic_id, patient_id, stop) where status in ('OPEN', 'CO_SIGNATURE_DUE') do update
                        set last_raised_at = greatest(finding.last_raised_at, excluded.last_raised_at), times_raised = finding.times_raised + 1,
                            version = finding.version + 1
                        returning times_raised = 1
                        """,
                        row -> row.getBoolean(1),
                        id.value(),
                        patient.value(),
                        stop.name(),
                        source.screening() == null ? null : source.screening().value(),
                        source.measure() == null ? null : source.measure().value(),
                        source.by(),
                        now,
                        now)
                .orElseThrow();
        if (first) {
            new Finding(id, patient, stop, source.by(), now).raised().ifPresent(register::say);
        }
    }

    /** Something was done that deals with a stop, if it stands. */
    public void settle(PatientId patient, Stop stop, Disposition how, String by, Instant now) {
        standing(patient, stop)
                .ifPresent(finding -> finding.settle(how, by, now).ifPresent(register::say));
        flush();
    }

    /** When a standing stop was last found. */
    public Optional<Instant> lastRaised(PatientId patient, Stop stop) {
        return standing(patient, stop).map(Finding::lastRaisedAt);
    }

    /** A decision of a clinician says it all: what stands of this kind is overridden with its reason, and signed for that one alone. */
    public void override(PatientId patient, Stop stop, Grounds why, Sealing sealing, Actor by, Instant now) {
        standing(patient, stop)
                .ifPresent(finding -> finding.decidedAnew(why, text -> sealing.seal(finding.id(), text), by, now));
        flush();
    }

    /** Seals words of a finding. */
    public interface Sealing {
        String seal(FindingId finding, String text);
    }

    /** What stops the patient's admission now. */
    public Set<Stop> open(PatientId patient) {
        var open = EnumSet.noneOf(Stop.class);
        sql.list("""
                        select stop from finding
                        where clinic_id = platform.current_clinic() and patient_id = ? and status in ('OPEN', 'CO_SIGNATURE_DUE')
                        """, row -> Stop.valueOf(row.getString("stop")), patient.value())
                .forEach(open::add);
        return open;
    }

    /** What a person answered for since then, by a word or an override, and nothing of it was found again. */
    public Set<Stop> answered(PatientId patient, Instant since) {
        var answered = EnumSet.noneOf(Stop.class);
        sql.list(
                        """
                        select stop from (
                            select distinct on (stop) stop, status, disposition, coalesce(overridden_at, cleared_at) as answered_at
                            from finding where clinic_id = platform.current_clinic() and patient_id = ?
                            order by stop, id desc) last
                        where (status = 'OVERRIDDEN' or disposition = any (?)) and answered_at >= ?
                        """,
                        row -> Stop.valueOf(row.getString("stop")),
                        patient.value(),
                        Arrays.stream(Disposition.values())
                                .filter(Disposition::said)
                                .map(Enum::name)
                                .toArray(String[]::new),
                        since)
                .forEach(answered::add);
        return answered;
    }

    private Optional<Finding> standing(PatientId patient, Stop stop) {
        return find("patient = ?1 and stop = ?2 and status in ?3", patient, stop, STANDING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    Finding of(FindingId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To be changed: whoever comes second waits, and then learns that it is settled. */
    Finding lockedOf(FindingId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<Finding> page(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }

    /** What waits for somebody, oldest first, about patients within reach: whom one treats, or nobody does yet. */
    List<Finding> standing(Reach reach, PageRequest page) {
        if (reach.wholeClinic()) {
            return find("status in ?1 and id.value > ?2 order by id.value", STANDING, page.after())
                    .page(0, page.fetch())
                    .list();
        }
        var seen = sql.list(
                """
                select id from finding
                where clinic_id = platform.current_clinic() and status in ('OPEN', 'CO_SIGNATURE_DUE') and id > ?
                  and (%s or %s)
                order by id limit ?
                """.formatted(CareTeams.nobody("finding.patient_id"), CareTeams.includes("finding.patient_id")),
                row -> row.getObject("id", UUID.class),
                page.after(),
                reach.staffOrNobody(),
                page.fetch());
        return list("id.value in ?1 order by id.value", seen);
    }

    /** What was overridden within a period, in the order it was found. */
    List<Finding> overridden(Instant from, Instant until, UUID after, int count) {
        return find(
                        "overriding.at >= ?1 and overriding.at < ?2 and id.value > ?3 order by id.value",
                        from,
                        until,
                        after)
                .page(0, count)
                .list();
    }
}

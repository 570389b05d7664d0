package org.stepwell.aftercare;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.DischargeWaiver;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.code.Saying;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeAdmitted;
import org.stepwell.contracts.enrollment.EnrollmentFact.EpisodeDischarged;
import org.stepwell.contracts.enrollment.EnrollmentState.CareTeamChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ClinicChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.PatientChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.ProgramChanged;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyFact.DischargeSummarySigned;
import org.stepwell.platform.database.Uuid7;

/**
 * A recorded story: Ada's discharge is planned, called off, planned again and done; she comes back and leaves again. Ben
 * dies. Fresh ids each time it is made, the same times.
 */
final class TwoWhoLeave {

    private final PatientId ada = new PatientId(Uuid7.next());
    private final PatientId ben = new PatientId(Uuid7.next());
    private final EpisodeId adasFirst = new EpisodeId(Uuid7.next());
    private final EpisodeId adasSecond = new EpisodeId(Uuid7.next());
    private final EpisodeId bens = new EpisodeId(Uuid7.next());
    private final StaffId dora = new StaffId(Uuid7.next());
    private final StaffId emil = new StaffId(Uuid7.next());
    private final ProgramId program = new ProgramId(Uuid7.next());
    private final ClinicId clinic;
    private final Times times;

    TwoWhoLeave(ClinicId clinic, Times times) {
        this.clinic = clinic;
        this.times = times;
    }

    /** When it happens; the end lies near the clinic's now, so that no check-in is missed while it is told. */
    record Times(Instant now, LocalDate today) {}

    static Times times() {
        return new Times(Scene.now(), Scene.today());
    }

    List<PatientId> patients() {
        return List.of(ada, ben);
    }

    Map<String, String> names() {
        return Map.of(
                ada.toString(), "ada",
                ben.toString(), "ben",
                adasFirst.toString(), "adas-first",
                adasSecond.toString(), "adas-second",
                bens.toString(), "bens",
                dora.toString(), "dora",
                emil.toString(), "emil",
                program.toString(), "program");
    }

    List<Event> events() {
        return List.of(
                new ClinicChanged(clinic, "Elsewhere", "America/New_York", DayOfWeek.MONDAY, null, at(0)),
                new ProgramChanged(
                        program,
                        "IOP",
                        "2.1",
                        90,
                        List.of(new ProgramChanged.Track("EVENING", "Evening")),
                        List.of(new ProgramChanged.RulesFrom(
                                LocalDate.EPOCH,
                                new RuleSet(
                                        "iop-standard",
                                        1,
                                        540,
                                        1_199,
                                        3,
                                        5,
                                        null,
                                        false,
                                        null,
                                        50,
                                        false,
                                        RuleSet.Basis.ATTENDED,
                                        24,
                                        RuleSet.RECERTIFICATION_DAYS,
                                        RuleSet.PLAN_DAYS,
                                        RuleSet.PLAN_REVIEW_DAYS,
                                        RuleSet.GroupSize.OF_THE_HOUSE))),
                        false,
                        at(0)),
                lives(ada, "en", null),
                team(ada, adasFirst, dora),
                admitted(ada, adasFirst, null, 1),
                lives(ben, "en", null),
                team(ben, bens, dora),
                admitted(ben, bens, null, 2),
                planned(ada, adasFirst, 14, 3),
                new DischargePlanCancelled(ada, adasFirst, at(4)),
                lives(ada, "es", "America/Chicago"),
                team(ada, adasFirst, dora, emil),
                planned(ada, adasFirst, 21, 5),
                planned(ada, adasFirst, 28, 6),
                planned(ben, bens, 30, 6),
                discharged(ada, adasFirst, DischargeReason.COMPLETED_GOALS_MET, null, 7),
                handedOver(ada, adasFirst, DischargeReason.COMPLETED_GOALS_MET, 8),
                discharged(ben, bens, DischargeReason.ADMINISTRATIVE, DischargeWaiver.DEATH, 8),
                admitted(ada, adasSecond, adasFirst, 9),
                team(ada, adasSecond, emil),
                planned(ada, adasSecond, 35, 10),
                discharged(ada, adasSecond, DischargeReason.NO_CONTACT, DischargeWaiver.NO_CONTACT, 11),
                handedOver(ada, adasSecond, DischargeReason.NO_CONTACT, 12));
    }

    private DischargeSummarySigned handedOver(PatientId who, EpisodeId episode, DischargeReason reason, int minute) {
        return Scene.handOff(who, episode, times.today(), reason, at(minute));
    }

    private EpisodeAdmitted admitted(PatientId who, EpisodeId episode, @Nullable EpisodeId before, int minute) {
        return new EpisodeAdmitted(
                who, episode, before, program, "EVENING", times.today().minusDays(90), times.today(), 540, at(minute));
    }

    private DischargePlanned planned(PatientId who, EpisodeId episode, int days, int minute) {
        return new DischargePlanned(
                who, episode, times.today().plusDays(days), DischargeReason.COMPLETED_GOALS_MET, null, at(minute));
    }

    private EpisodeDischarged discharged(
            PatientId who, EpisodeId episode, DischargeReason reason, @Nullable DischargeWaiver waiver, int minute) {
        return new EpisodeDischarged(who, episode, times.today(), reason, waiver, at(minute));
    }

    private PatientChanged lives(PatientId who, String language, @Nullable String zone) {
        return new PatientChanged(
                who,
                language,
                zone,
                new PatientChanged.ContactRules(true, false, false, false, null, null, Saying.ASK_FOR_A_CALL_BACK),
                "sealed",
                at(0));
    }

    private CareTeamChanged team(PatientId who, EpisodeId episode, StaffId... members) {
        return new CareTeamChanged(
                who,
                episode,
                List.of(members).stream()
                        .map(one -> new CareTeamChanged.Member(one, CareTeamChanged.Role.CLINICIAN))
                        .toList(),
                at(0));
    }

    private Instant at(int minute) {
        return times.now().plusSeconds(60L * minute);
    }
}

package org.stepwell.aftercare.milestone;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.milestone.SobrietyView.NextView;
import org.stepwell.aftercare.milestone.SobrietyView.RunView;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;

/** The HTTP door to the days that a patient counts. */
@Path("patients/{patient}/sobriety")
@Produces(MediaType.APPLICATION_JSON)
@Guard(Policy.PATIENT_AND_TEAM_WRITE)
class SobrietyResource {

    private final SobrietyRuns runs;
    private final Congratulations congratulations;
    private final MilestoneDoor milestones;
    private final Access access;
    private final ClinicDirectory clinics;
    private final Clock clock;

    SobrietyResource(
            SobrietyRuns runs,
            Congratulations congratulations,
            MilestoneDoor milestones,
            Access access,
            ClinicDirectory clinics,
            Clock clock) {
        this.runs = runs;
        this.congratulations = congratulations;
        this.milestones = milestones;
        this.access = access;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** From when on days are counted. */
    @Schema(name = "SobrietyForm")
    record Form(
            @NotNull LocalDate since,

            @Schema(
                    description =
                            "true where the days begin anew and those before stay counted; otherwise the date was said wrongly")
            @Nullable
            Boolean again) {}

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(summary = "Read how many days a patient counts, in a row and in all, and what they reached")
    public RestResponse<SobrietyView> read(PatientId patient) {
        access.to(patient);
        return shown(patient);
    }

    @PUT
    @Transactional
    @Operation(
            summary = "Choose the date from which days are counted, say it otherwise, or begin anew",
            description = "The first date needs no If-Match; later ones name the version that was read.")
    public RestResponse<SobrietyView> choose(
            PatientId patient, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid Form form) {
        access.to(patient);
        var said = new SobrietyRun.Said(today(), access.byPatient() ? null : access.staff(), clock.instant());
        var current = runs.current(patient);
        current.ifPresent(run -> IfMatch.require(version, run.version()));
        var run = Boolean.TRUE.equals(form.again())
                ? anew(patient, current, form.since(), said)
                : chosen(patient, current, form.since(), said);
        mustNotOverlap(patient, run);
        runs.persistAndFlush(run);
        milestones.watch(run, said.today());
        return shown(patient);
    }

    private SobrietyRun chosen(
            PatientId patient, Optional<SobrietyRun> current, LocalDate since, SobrietyRun.Said said) {
        current.ifPresent(run -> run.isSince(since, said));
        return current.orElseGet(() -> new SobrietyRun(Uuid7.next(), patient, since, said));
    }

    private SobrietyRun anew(PatientId patient, Optional<SobrietyRun> current, LocalDate since, SobrietyRun.Said said) {
        var before = current.orElseThrow(() -> SobrietyRule.A_NEW_BEGINNING_HAS_ONE_BEFORE.because(
                "No date was chosen yet. Leave out again to choose the first."));
        var next = new SobrietyRun(Uuid7.next(), patient, since, said);
        before.endsBefore(since);
        runs.flush(); // one at a time
        milestones.forget(before);
        return next;
    }

    private void mustNotOverlap(PatientId patient, SobrietyRun run) {
        runs.of(patient).stream()
                .map(SobrietyRun::lastDay)
                .filter(last -> last != null && !last.isBefore(run.since()))
                .findFirst()
                .ifPresent(last -> {
                    throw SobrietyRule.BEGINNINGS_DO_NOT_OVERLAP.because(
                            "Days were counted through %s. Choose a day after it.".formatted(last));
                });
    }

    @PUT
    @Path("muting")
    @Transactional
    @Operation(summary = "Say that the patient wants no notes on these days")
    public void mute(PatientId patient) {
        access.to(patient);
        congratulations.mute(patient, clock.instant());
    }

    @DELETE
    @Path("muting")
    @Transactional
    @Operation(summary = "Say that the patient wants the notes again")
    public void unmute(PatientId patient) {
        access.to(patient);
        congratulations.unmute(patient);
    }

    private RestResponse<SobrietyView> shown(PatientId patient) {
        var all = runs.of(patient);
        var today = today();
        var marked = congratulations.of(all.stream().map(SobrietyRun::id).toList());
        var current = all.stream().filter(run -> run.lastDay() == null).findFirst();
        var view = new SobrietyView(
                patient,
                current.map(SobrietyRun::since).orElse(null),
                current.map(run -> run.days(today)).orElse(null),
                all.stream().mapToInt(run -> run.days(today)).sum(),
                current.flatMap(run -> Milestone.from(run.since(), today.plusDays(1)))
                        .map(next -> new NextView(next.after().toString(), next.on()))
                        .orElse(null),
                all.stream().map(run -> RunView.of(run, today, marked)).toList(),
                congratulations.muted(patient));
        return Answers.versioned(view, current.map(SobrietyRun::version).orElse(0));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinics.zone());
    }
}

package org.stepwell.therapy.drugscreen;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.time.Due;

/** What becomes of a screen before anything is found. */
@Path("episodes/{episode}/drug-screens/{drugScreen}")
@Guard(Policy.CARE_TEAM_TREATS)
class ScreenStepResource {

    private final DrugScreens screens;
    private final ScreensShown shown;
    private final ScreenTasks tasks;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Due due;
    private final Clock clock;

    ScreenStepResource(
            DrugScreens screens,
            ScreensShown shown,
            ScreenTasks tasks,
            ClinicDirectory clinics,
            Access access,
            Due due,
            Clock clock) {
        this.screens = screens;
        this.shown = shown;
        this.tasks = tasks;
        this.clinics = clinics;
        this.access = access;
        this.due = due;
        this.clock = clock;
    }

    /** A specimen. */
    @Schema(name = "SpecimenForm")
    record SpecimenForm(
            @Schema(description = "when it was collected; now where it is left out") @Nullable
            Instant at,

            @Schema(
                    examples = "96",
                    description = "Fahrenheit, read within four minutes; outside of 90 to 100 it is invalid")
            @Nullable
            @Min(32)
            @Max(150)
            Integer temperature) {}

    /** Why it is cancelled. */
    @Schema(name = "CancelScreenForm")
    record CancelForm(@Schema(examples = "EXCUSED") @NotNull DrugScreen.CancelledBecause because) {}

    @POST
    @Path("collection")
    @Transactional
    @Operation(
            summary = "A specimen was collected",
            description = "One that is too cold or too warm is INVALID, and asks for another.")
    public RestResponse<ScreenView> collect(
            EpisodeId episode, DrugScreenId drugScreen, @NotNull @Valid SpecimenForm form) {
        return step(episode, drugScreen, (screen, now) -> {
            var at = form.at() == null ? now : form.at();
            screen.collect(at, form.temperature(), access.staff(), now, clinics.zone());
        });
    }

    @POST
    @Path("refusal")
    @Transactional
    @Operation(
            summary = "The patient gave none",
            description = "A result of its own, and no positive one; it is a task to talk it over.")
    public RestResponse<ScreenView> refuse(EpisodeId episode, DrugScreenId drugScreen) {
        return step(episode, drugScreen, (screen, now) -> screen.refuse(access.staff(), now));
    }

    @POST
    @Path("insufficiency")
    @Transactional
    @Operation(summary = "There was not enough of it", description = "Another one is asked for.")
    public RestResponse<ScreenView> insufficient(EpisodeId episode, DrugScreenId drugScreen) {
        return step(episode, drugScreen, (screen, now) -> screen.insufficient(access.staff(), now));
    }

    @POST
    @Path("cancellation")
    @Transactional
    @Operation(summary = "Nobody waits for it any more", description = "With a coded reason.")
    public RestResponse<ScreenView> cancel(
            EpisodeId episode, DrugScreenId drugScreen, @NotNull @Valid CancelForm form) {
        return step(episode, drugScreen, (screen, now) -> screen.cancel(form.because(), access.staff(), now));
    }

    private RestResponse<ScreenView> step(EpisodeId episode, DrugScreenId id, BiConsumer<DrugScreen, Instant> verb) {
        var screen = screens.locked(episode, id);
        access.to(screen.patient());
        var now = clock.instant();
        verb.accept(screen, now);
        due.cancel(MissedScreens.DUE, screen.id());
        follow(screen, now);
        screens.flush();
        return Answers.versioned(shown.of(screen), screen.version());
    }

    private void follow(DrugScreen screen, Instant now) {
        switch (screen.status()) {
            case COLLECTED -> {
                tasks.collected(screen, now);
                tasks.notReviewed(screen, now);
                tasks.notAgain(screen.episode(), now, true);
            }
            case REFUSED -> {
                tasks.collected(screen, now);
                tasks.review(screen, now);
            }
            case INVALID, INSUFFICIENT -> {
                tasks.collected(screen, now);
                tasks.notReviewed(screen, now);
                tasks.again(screen, now);
            }
            case CANCELLED -> {
                tasks.notCollected(screen, now);
                tasks.notReviewed(screen, now);
            }
            case ORDERED, MISSED, PRESUMPTIVE, CONFIRMED -> {}
        }
    }
}

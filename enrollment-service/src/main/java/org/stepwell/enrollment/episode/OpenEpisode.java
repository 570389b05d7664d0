package org.stepwell.enrollment.episode;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.enrollment.program.Program;
import org.stepwell.enrollment.program.Programs;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** Puts a patient on the list of those who wait for a track of a program. */
@Singleton
class OpenEpisode {

    private final Episodes episodes;
    private final Programs programs;
    private final CareTeams careTeams;

    OpenEpisode(Episodes episodes, Programs programs, CareTeams careTeams) {
        this.episodes = episodes;
        this.programs = programs;
        this.careTeams = careTeams;
    }

    /** What somebody is to wait for, and the episode it follows. */
    record Wanted(
            ProgramId program,
            String track,
            @Nullable WaitingPriority priority,
            @Nullable EpisodeId previous) {}

    Episode open(PatientId patient, Wanted wanted, Instant now) {
        var program = programs.unchanging(wanted.program())
                .orElseThrow(() -> new Refusal(
                        HttpRule.REFERENCE_UNKNOWN,
                        "There is no program %s here.".formatted(wanted.program()),
                        List.of(new FieldError("/program", "a program of this clinic"))));
        program.mustGoOn("/program");
        mustOffer(program, wanted.track());
        mustBeTheOnlyOne(patient);
        var episode = new Episode(
                new EpisodeId(Uuid7.next()),
                patient,
                wanted.previous(),
                wanted.program(),
                wanted.track(),
                wanted.priority() == null ? WaitingPriority.ROUTINE : wanted.priority(),
                now);
        episodes.persistAndFlush(episode);
        careTeams.assessedAnew(patient);
        return episode;
    }

    /** Of two who open one at once, the database refuses one. */
    private void mustBeTheOnlyOne(PatientId patient) {
        episodes.openOf(patient).ifPresent(open -> {
            throw new Refusal(
                    EpisodeRule.ONE_OPEN_EPISODE,
                    "Episode %s is %s. Go on with it, or end it first.".formatted(open.id(), open.status()),
                    List.of(new FieldError("/program", "the patient has an open episode")));
        });
    }

    static void mustOffer(Program program, String track) {
        if (!program.offers(track)) {
            throw new Refusal(
                    EpisodeRule.UNKNOWN_TRACK,
                    "Choose a track of the program.",
                    List.of(new FieldError("/track", "unknown track")));
        }
    }
}

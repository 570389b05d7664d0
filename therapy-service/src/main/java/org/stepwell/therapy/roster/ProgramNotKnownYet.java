package org.stepwell.therapy.roster;

import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.problem.PassingTrouble;

/** The program of an episode has not been told here yet; it will, so whoever needs its rules waits. */
public class ProgramNotKnownYet extends PassingTrouble {

    ProgramNotKnownYet(EpisodeId episode) {
        super("The program of episode %s is not known here yet; it is set up in enrollment.".formatted(episode));
    }
}

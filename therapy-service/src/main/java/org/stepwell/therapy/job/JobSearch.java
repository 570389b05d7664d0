package org.stepwell.therapy.job;

import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;

/** A patient's applications, as their page shows them. */
@Singleton
public class JobSearch {

    private final JobApplications applications;

    JobSearch(JobApplications applications) {
        this.applications = applications;
    }

    /** The last of an episode, oldest first. */
    public List<JobApplicationView> last(EpisodeId episode, int count) {
        return applications.last(episode, count).stream()
                .map(applications::show)
                .toList();
    }
}

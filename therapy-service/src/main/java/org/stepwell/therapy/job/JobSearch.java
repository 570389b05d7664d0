package org.stepwell.therapy.job;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;

/** A patient's applications: their page shows them, and what is to be done about them ends with the stay. */
@Singleton
public class JobSearch {

    private final JobApplications applications;
    private final HandoverTasks tasks;

    JobSearch(JobApplications applications, HandoverTasks tasks) {
        this.applications = applications;
        this.tasks = tasks;
    }

    /** The last of an episode, oldest first. */
    public List<JobApplicationView> last(EpisodeId episode, int count) {
        return applications.last(episode, count).stream()
                .map(applications::show)
                .toList();
    }

    /** The patient is discharged: nobody needs the hours of their jobs any more. */
    public void ended(EpisodeId episode, Instant at) {
        applications.toBeHandedOver(episode).forEach(job -> tasks.withdraw(job.id(), at));
    }

    /** They are still here after all. */
    public void goesOn(EpisodeId episode, Instant at) {
        applications.toBeHandedOver(episode).forEach(job -> tasks.settle(job, at));
    }
}

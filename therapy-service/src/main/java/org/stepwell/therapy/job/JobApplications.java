package org.stepwell.therapy.job;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.seal.SealedJson;

/** Patients' applications; the employer is sealed, for each application by itself. */
@Singleton
class JobApplications implements PanacheRepositoryBase<JobApplication, JobApplicationId> {

    private static final String PART = "job-application";

    private final SealedJson sealed;

    JobApplications(SealedJson sealed) {
        this.sealed = sealed;
    }

    JobApplication of(EpisodeId episode, JobApplicationId application) {
        return find("episode = ?1 and id = ?2", episode, application)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** The last of an episode, oldest first. */
    List<JobApplication> last(EpisodeId episode, int count) {
        return find("episode = ?1 order by id.value desc", episode)
                .page(0, count)
                .list()
                .reversed();
    }

    /** Those of an episode with hours that scheduling does not have. */
    List<JobApplication> toBeHandedOver(EpisodeId episode) {
        return list("episode = ?1 and handover.handoverDue", episode);
    }

    String seal(JobApplicationId application, Employer employer) {
        return sealed.seal(PART, application.value(), employer);
    }

    JobApplicationView show(JobApplication application) {
        return application.view(
                sealed.open(PART, application.id().value(), application.sealedEmployer(), Employer.class));
    }
}

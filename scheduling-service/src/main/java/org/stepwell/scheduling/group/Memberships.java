package org.stepwell.scheduling.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;

/** Who is a member of which group, now and before. */
@Singleton
class Memberships implements PanacheRepositoryBase<Membership, MembershipId> {

    List<Membership> current(GroupId group) {
        return list("group = ?1 and status <> ?2 order by fromDay, id.value", group, Membership.Status.LEFT);
    }

    Optional<Membership> current(GroupId group, PatientId patient) {
        return find("group = ?1 and patient = ?2 and status <> ?3", group, patient, Membership.Status.LEFT)
                .firstResultOptional();
    }

    List<Membership> current(EpisodeId episode) {
        return list("episode = ?1 and status <> ?2 order by group.value", episode, Membership.Status.LEFT);
    }
}

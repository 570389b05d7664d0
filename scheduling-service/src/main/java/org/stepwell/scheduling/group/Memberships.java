package org.stepwell.scheduling.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.contracts.id.PatientId;

/** Who is a member of which group, now and before. */
@Singleton
class Memberships implements PanacheRepositoryBase<Membership, MembershipId> {

    List<Membership> current(GroupId group) {
        return list(
                "from Membership m where m.group = ?1 and m.status <> ?2 order by m.fromDay, m.id.value",
                group,
                Membership.Status.LEFT);
    }

    /** The membership of a patient; where somebody came back before the old one was over, the new one. */
    Optional<Membership> current(GroupId group, PatientId patient) {
        return find(
                        "from Membership m where m.group = ?1 and m.patient = ?2 and m.status <> ?3"
                                + " order by m.fromDay desc, m.id.value desc",
                        group,
                        patient,
                        Membership.Status.LEFT)
                .firstResultOptional();
    }

    /** What is stored of a membership now, whatever was read before. */
    Membership fresh(Membership membership) {
        getEntityManager().refresh(membership);
        return membership;
    }

    /** Those of an episode that ended with it on an earlier day than its last one is now. */
    List<Membership> leftWithEpisode(EpisodeId episode, LocalDate lastDay) {
        return list(
                "from Membership m where m.episode = ?1 and m.status = ?2 and m.withEpisode and m.lastDay < ?3"
                        + " and not exists (from Membership n where n.episode = m.episode and n.group = m.group and n.status <> ?2)"
                        + " order by m.group.value",
                episode,
                Membership.Status.LEFT,
                lastDay);
    }

    List<Membership> current(EpisodeId episode) {
        return list(
                "from Membership m where m.episode = ?1 and m.status <> ?2 order by m.group.value",
                episode,
                Membership.Status.LEFT);
    }
}

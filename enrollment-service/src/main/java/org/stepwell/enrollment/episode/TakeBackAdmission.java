package org.stepwell.enrollment.episode;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.enrollment.packet.PacketTasks;
import org.stepwell.enrollment.reporting.OpenReports;
import org.stepwell.platform.access.CareTeams;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.event.Outbox;

/** Takes back the admission of somebody who never came, and whatever somebody had to do because of it. */
@Singleton
class TakeBackAdmission {

    private final Episodes episodes;
    private final LastVisits visits;
    private final PlacementTasks placements;
    private final AwayPatients away;
    private final StayReviews stays;
    private final OpenReports reports;
    private final PacketTasks packets;
    private final List<OnceAdmitted> onceAdmitted;
    private final NotComing notComing;
    private final CareTeams careTeams;
    private final ClinicDirectory clinics;
    private final Outbox outbox;
    private final Clock clock;

    TakeBackAdmission(
            Episodes episodes,
            LastVisits visits,
            PlacementTasks placements,
            AwayPatients away,
            StayReviews stays,
            OpenReports reports,
            PacketTasks packets,
            @All List<OnceAdmitted> onceAdmitted,
            NotComing notComing,
            CareTeams careTeams,
            ClinicDirectory clinics,
            Outbox outbox,
            Clock clock) {
        this.episodes = episodes;
        this.visits = visits;
        this.placements = placements;
        this.away = away;
        this.stays = stays;
        this.reports = reports;
        this.packets = packets;
        this.onceAdmitted = List.copyOf(onceAdmitted);
        this.notComing = notComing;
        this.careTeams = careTeams;
        this.clinics = clinics;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The patient of an episode that is locked never came. */
    void neverCame(Episode episode, LocalDate awaitedUntil, WithdrawalReason because) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinics.zone());
        var lastVisit = visits.of(episode.patient(), episode.id());
        outbox.append(episode.neverCame(awaitedUntil, because, lastVisit, today, now));
        placements.left(episode, now);
        away.neverCame(episode, now);
        stays.neverCame(episode, now);
        reports.neverCame(episode.id());
        packets.neverCame(episode.patient(), now);
        onceAdmitted.forEach(one -> one.neverCame(episode.patient(), episode.id(), now));
        nobodyTreats(episode, now);
        notComing.ends(episode, now);
    }

    /** Whoever was in aftercare before is treated by its team again; everybody else by nobody. */
    private void nobodyTreats(Episode episode, Instant now) {
        var nobody = episode.careEnds(now);
        var team = episodes.followedOf(episode.patient())
                .map(before -> before.team(now))
                .orElse(nobody);
        careTeams.changed(team);
        outbox.append(team);
    }
}

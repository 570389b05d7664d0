package org.stepwell.therapy.trend;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.therapy.roster.Episodes;

/** How a patient's questionnaires moved over an episode. */
@Path("episodes/{episode}/trends")
class TrendResource {

    private final Trends trends;
    private final Tracks tracks;
    private final Expectations expectations;
    private final Episodes episodes;
    private final ClinicDirectory clinics;
    private final Access access;

    TrendResource(
            Trends trends,
            Tracks tracks,
            Expectations expectations,
            Episodes episodes,
            ClinicDirectory clinics,
            Access access) {
        this.trends = trends;
        this.tracks = tracks;
        this.expectations = expectations;
        this.episodes = episodes;
        this.clinics = clinics;
        this.access = access;
    }

    @GET
    @Transactional
    @Guard(Policy.CLINICAL_READS)
    @Operation(
            summary = "Read how each questionnaire moved, from intake on, whichever service took it",
            description =
                    "What was answered up to thirty days before the first day was answered at intake. Published numbers name"
                            + " their source; by when how much is expected is the house's own rule.")
    public List<TrendView> trends(EpisodeId episode) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        var offSince = new LinkedHashMap<String, @Nullable Instant>();
        tracks.of(episode).forEach(track -> offSince.put(track.instrument(), track.offSince()));
        return trends.of(stay).stream()
                .collect(Collectors.groupingBy(Point::instrument, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(series -> show(series, offSince))
                .toList();
    }

    private TrendView show(Map.Entry<String, List<Point>> series, Map<String, @Nullable Instant> offSince) {
        @Nullable Expectation expectation = expectations.of(series.getKey()).orElse(null);
        var points = series.getValue();
        return new TrendView(
                series.getKey(),
                points.stream().map(point -> show(point, points, expectation)).toList(),
                expectation == null ? null : expected(expectation, points, offSince.get(series.getKey())));
    }

    private TrendView.ExpectedView expected(Expectation expectation, List<Point> points, @Nullable Instant offSince) {
        var verdict = expectation.judge(points, clinics.zone());
        return new TrendView.ExpectedView(
                verdict.state(),
                verdict.because(),
                offSince,
                expectation.cutOff(),
                expectation.reliablePoints(),
                expectation.source());
    }

    private static TrendView.PointView show(Point point, List<Point> series, @Nullable Expectation expectation) {
        @Nullable
        Integer first = series.stream()
                .filter(one -> one.total() != null)
                .findFirst()
                .filter(one -> !one.measure().equals(point.measure()))
                .map(Point::total)
                .orElse(null);
        @Nullable Integer total = point.total();
        return new TrendView.PointView(
                point.measure(),
                point.service(),
                point.takenAt(),
                total,
                point.band(),
                point.parts(),
                first == null || total == null ? null : total - first,
                first == null || total == null || expectation == null ? null : expectation.between(first, total));
    }
}

package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What comes every night comes at an hour that its scheduler can read: Kubernetes begins with minutes, CloudNativePG with seconds. */
final class Schedules implements Check {

    /** A place of a schedule: all, or a number, or from one to another; and of these each so manyth. */
    private static final Pattern PART = Pattern.compile("(?:\\*|(\\d+)(?:-(\\d+))?)(?:/[1-9]\\d*)?");

    private record Place(int least, int most) {

        boolean takes(String place) {
            return Stream.of(place.split(",", -1)).map(PART::matcher).allMatch(part -> part.matches() && isIn(part));
        }

        private boolean isIn(Matcher part) {
            if (part.group(1) == null) {
                return true;
            }
            var from = Long.parseLong(part.group(1));
            var to = part.group(2) == null ? from : Long.parseLong(part.group(2));
            return least <= from && from <= to && to <= most;
        }
    }

    /** Minutes, hours, days of a month, months, days of a week. */
    private static final List<Place> OF_KUBERNETES =
            List.of(new Place(0, 59), new Place(0, 23), new Place(1, 31), new Place(1, 12), new Place(0, 6));

    private static final List<Place> OF_DATABASES =
            Stream.concat(Stream.of(new Place(0, 59)), OF_KUBERNETES.stream()).toList();

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        rendered.all("CronJob").forEach(job -> {
            comes(job, OF_KUBERNETES, complaints);
            complaints.same("CronJob " + Rendered.name(job), job, "/spec/timeZone", "Etc/UTC");
        });
        rendered.all("ScheduledBackup").forEach(backup -> comes(backup, OF_DATABASES, complaints));
        return complaints.all();
    }

    private static void comes(JsonNode object, List<Place> places, Complaints complaints) {
        var schedule = object.at("/spec/schedule").asText();
        var said = List.of(schedule.split(" ", -1));
        complaints.insist(
                said.size() == places.size()
                        && IntStream.range(0, places.size())
                                .allMatch(i -> places.get(i).takes(said.get(i))),
                "%s %s: nobody reads the schedule \"%s\"; write %d places, from the smallest unit on, each in its range",
                object.path("kind").asText(),
                Rendered.name(object),
                schedule,
                places.size());
    }
}

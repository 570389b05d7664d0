package org.stepwell.therapy.crisisplan;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.therapy.crisisplan.CrisisPlanContent.Contact;

/** A crisis plan as a page to carry along: it names neither the patient nor the clinic. */
final class PrintedCrisisPlan {

    private PrintedCrisisPlan() {}

    private record Part(String heading, List<String> lines) {

        String text() {
            return Stream.concat(Stream.of(heading), lines.stream().map(line -> "  - " + line.strip()))
                    .reduce((one, next) -> one + "\n" + next)
                    .orElseThrow();
        }
    }

    static String of(@Nullable CrisisPlanContent says, @Nullable LocalDate writtenOn, String helpNow) {
        if (says == null || writtenOn == null) {
            return helpNow + "\n";
        }
        var parts = Stream.of(
                        new Part("How I notice that it begins", says.noticing()),
                        new Part("What I can do by myself", says.byMyself()),
                        new Part("People and places that take my mind off it", says.distractions()),
                        new Part("People I can ask for help", lines(says.people())),
                        new Part("Professionals and services", lines(says.professionals())),
                        new Part("Making my surroundings safer", says.saferSurroundings()))
                .filter(part -> !part.lines().isEmpty())
                .map(Part::text)
                .toList();
        return "My plan, of %s\n\n%s\n\n%s\n".formatted(writtenOn, String.join("\n\n", parts), helpNow);
    }

    private static List<String> lines(List<Contact> contacts) {
        return contacts.stream()
                .map(contact -> contact.phone() == null ? contact.name() : contact.name() + ", " + contact.phone())
                .toList();
    }
}

package org.stepwell.platform.testing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Relation;
import org.stepwell.platform.access.Role;

/** One caller of a crossing: a role and how they stand to the records. */
record Somebody(String as, Role role, Person person, Set<Relation> relations) {

    /** Their token, signed when it is asked for: most people of a crossing are asked for few things. */
    String token() {
        return person.token();
    }

    /** An account of theirs that nobody has used: each may ask for some things only so often. */
    Person anotherAccount() {
        return new Person(person.name() + "-" + UUID.randomUUID(), person.roles(), person.claims());
    }

    /** Everybody at Riverside: strangers of each role, the patient, and clinicians in each relation. */
    static List<Somebody> all(Records records, StaffId brokeTheGlass) {
        var people = new ArrayList<Somebody>();
        for (var role : Role.values()) {
            var stranger = UUID.randomUUID();
            people.add(here(
                    "a stranger",
                    role,
                    role.staff()
                            ? staff(role, new StaffId(stranger))
                            : person(role, stranger)
                                    .who(new PatientId(stranger))
                                    .who(new PartnerId(stranger))));
        }
        people.add(here(
                "the patient",
                Role.PATIENT,
                person(Role.PATIENT, UUID.randomUUID()).who(records.patient()),
                Relation.OWN));
        people.add(here(
                "the partner",
                Role.PARTNER,
                person(Role.PARTNER, UUID.randomUUID()).who(records.partner()),
                Relation.PARTNER));
        for (var role : List.of(Role.CLINICIAN, Role.PRESCRIBER)) {
            people.add(here("of the care team", role, staff(role, records.colleague()), Relation.CARE_TEAM));
            people.add(here("the facilitator", role, staff(role, records.facilitator()), Relation.FACILITATES));
            people.add(here("who broke the glass", role, staff(role, brokeTheGlass), Relation.BREAK_GLASS));
        }
        records.author()
                .ifPresent(author -> List.of(Role.CLINICIAN, Role.PRESCRIBER, Role.SUPERVISOR)
                        .forEach(role -> people.add(here("the author", role, staff(role, author), Relation.AUTHOR))));
        return people;
    }

    boolean isHere() {
        return relations.contains(Relation.CLINIC);
    }

    boolean stands(Policy policy) {
        return policy.relationsOf(role).stream().anyMatch(relations::contains);
    }

    /** The same at another clinic, where none of the records are. */
    Somebody elsewhere() {
        var claims = new HashMap<>(person.claims());
        claims.put("clinics", List.of(Person.HARBOR.toString()));
        return new Somebody(as + " of another clinic", role, new Person(as, person.roles(), claims), Set.of());
    }

    @Override
    public String toString() {
        return as + " (" + role.claim() + ")";
    }

    private static Somebody here(String as, Role role, Person person, Relation... relations) {
        return new Somebody(as, role, person, EnumSet.of(Relation.CLINIC, relations));
    }

    private static Person staff(Role role, StaffId staff) {
        return person(role, staff.value()).who(staff);
    }

    private static Person person(Role role, UUID name) {
        return new Person(
                        role.claim() + "-" + name,
                        Set.of(role.claim()),
                        Map.of("clinics", List.of(Person.RIVERSIDE.toString())))
                .with("acr", "2");
    }
}

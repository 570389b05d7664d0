package org.stepwell.suite;

import java.util.List;

/** Prints an access token of a demo user and nothing else, ready for curl. */
final class Token implements Verb {
    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Trouble("token needs a role or a name, as in: ./stepwell token clinician");
        }
        System.out.println(Clinic.attach().token(arguments.getFirst()));
        return 0;
    }
}

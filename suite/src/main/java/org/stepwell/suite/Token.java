package org.stepwell.suite;

import java.util.List;

/** Prints an access token of a demo user and nothing else, ready for curl; with {@code --second-factor}, a stronger one. */
final class Token implements Verb {
    private static final String SECOND_FACTOR = "--second-factor";

    @Override
    public int run(List<String> arguments) {
        boolean stronger = arguments.contains(SECOND_FACTOR);
        if (arguments.size() != (stronger ? 2 : 1) || SECOND_FACTOR.equals(arguments.getFirst())) {
            throw new Trouble("token needs a role or a name, as in: ./stepwell token clinician [--second-factor]");
        }
        var clinic = Clinic.attach();
        var somebody = arguments.getFirst();
        System.out.println(stronger ? clinic.tokenWithSecondFactor(somebody) : clinic.token(somebody));
        return 0;
    }
}

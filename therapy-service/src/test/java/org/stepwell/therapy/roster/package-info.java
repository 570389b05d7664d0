@NullMarked
package org.stepwell.therapy.roster;

import org.jspecify.annotations.NullMarked;

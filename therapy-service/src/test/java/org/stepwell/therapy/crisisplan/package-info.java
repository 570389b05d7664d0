@NullMarked
package org.stepwell.therapy.crisisplan;

import org.jspecify.annotations.NullMarked;

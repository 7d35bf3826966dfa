package health.visavis;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The platform. With a word such as `demo` or `start` it is the one-machine edition and brings what it needs;
/// with `migrate` it prepares a database and ends; without, it serves with what its environment names: that is how it
/// runs on Azure.
@SpringBootApplication
public class VisavisApplication {

    public static void main(String[] words) {
        if (OneMachine.isAskedFor(words)) {
            OneMachine.run(words);
        } else if (Migration.isAskedFor(words)) {
            Migration.run(Arrays.copyOfRange(words, 1, words.length));
        } else {
            SpringApplication.run(VisavisApplication.class, words);
        }
    }
}

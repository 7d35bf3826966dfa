package health.visavis;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class VisavisApplication {

    public static void main(String[] args) {
        SpringApplication.run(VisavisApplication.class, args);
    }
}
